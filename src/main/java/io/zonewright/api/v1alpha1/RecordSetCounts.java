package io.zonewright.api.v1alpha1;

/**
 * The record sets that name a zone, counted.
 *
 * @param total all of them
 * @param programmed those that are served as written
 * @param conflicted those that lost a conflict
 * @param rejected those that are refused for another reason
 */
public record RecordSetCounts(int total, int programmed, int conflicted, int rejected) {}
