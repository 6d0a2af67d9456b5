package io.zonewright.cli.manifest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say about a file.
 *
 * @param severity how bad it is
 * @param file where
 * @param line from 1; 0 if it is about the file as a whole
 * @param subject the object, such as {@code DnsZone dns/contoso-com}, or null
 * @param message one sentence, the field in front if one is to blame
 */
public record Problem(
    Severity severity, Path file, int line, @Nullable String subject, String message) {

  /** How bad a problem is. */
  public enum Severity {
    /** It cannot be served as written. */
    ERROR,
    /** It may be right elsewhere. */
    WARNING,
    /** For information. */
    NOTE
  }

  /** {@code file:line: object: message}, with {@code warning:} or {@code note:} if it is one. */
  public String text() {
    StringBuilder text = new StringBuilder().append(file).append(':');
    if (line > 0) {
      text.append(line).append(':');
    }
    switch (severity) {
      case ERROR -> {}
      case WARNING -> text.append(" warning:");
      case NOTE -> text.append(" note:");
    }
    if (subject != null) {
      text.append(' ').append(subject).append(':');
    }
    return text.append(' ').append(message).toString();
  }
}
