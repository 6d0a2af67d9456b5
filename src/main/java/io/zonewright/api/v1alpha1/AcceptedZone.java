package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What was last accepted of a zone; served while its present generation is not valid.
 *
 * @param generation which one that was
 * @param spec the description of that generation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcceptedZone(@Nullable Long generation, @Nullable DnsZoneSpec spec) {}
