package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A service binding (RFC 9460).
 *
 * @param priority 0 for an alias, otherwise the lowest is preferred, up to 65535
 * @param target absolute; {@code .} for the owner name itself
 * @param params parameters of the service; none for an alias
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SvcbEntry(int priority, String target, List<SvcParam> params) {
  /** Absent parameters read as none; a missing target as empty, which is refused as a name. */
  public SvcbEntry {
    target = requireNonNullElse(target, "");
    params = params == null ? List.of() : List.copyOf(params);
  }
}
