package io.zonewright.cli;

import io.zonewright.query.QuerySettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --nsid} and says in one sentence what is wrong with it. */
final class NsidConverter implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    try {
      return QuerySettings.defaults().withNsid(value).nsid();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
