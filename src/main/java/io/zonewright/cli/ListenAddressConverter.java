package io.zonewright.cli;

import io.zonewright.server.ListenAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --listen} and says in one sentence what is wrong with it. */
final class ListenAddressConverter implements ITypeConverter<ListenAddress> {
  @Override
  public ListenAddress convert(String value) {
    try {
      return ListenAddress.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
