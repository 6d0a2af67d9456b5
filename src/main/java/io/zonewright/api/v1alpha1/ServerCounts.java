package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The servers that are asked for a zone, counted.
 *
 * @param expected how many there are
 * @param current how many of them answered with the serial, over each of their address families
 * @param summary both for a table, such as {@code 2/2}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServerCounts(int expected, int current, @Nullable String summary) {}
