package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** Whether a positive answer for one address family brings the other one along. */
@JsonDeserialize(using = SiblingAddressesReader.class)
public enum SiblingAddresses {
  /** An answer holds what was asked for and nothing else. */
  NEVER("Never"),
  /** AAAA records in the additional section of an answer for A, and the other way round. */
  ADDITIONAL("Additional");

  private final String text;

  SiblingAddresses(String text) {
    this.text = text;
  }

  /** The value as it stands in a resource. */
  @JsonValue
  public String text() {
    return text;
  }
}
