package io.zonewright.cli;

import io.zonewright.server.ServerSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --workers} and says in one sentence what is wrong with it. */
final class WorkersConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    try {
      return ServerSettings.requireUdpWorkers(Integer.parseInt(value));
    } catch (NumberFormatException e) {
      throw new TypeConversionException(ServerSettings.udpWorkersRefusal("'" + value + "'"));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
