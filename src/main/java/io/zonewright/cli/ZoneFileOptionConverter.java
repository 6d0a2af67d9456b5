package io.zonewright.cli;

import io.zonewright.cli.serve.ZoneFileOption;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --zone-file} and says in one sentence what is wrong with it. */
final class ZoneFileOptionConverter implements ITypeConverter<ZoneFileOption> {
  @Override
  public ZoneFileOption convert(String value) {
    try {
      return ZoneFileOption.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
