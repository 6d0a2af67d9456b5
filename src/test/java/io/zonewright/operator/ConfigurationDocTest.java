package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists the settings that there are, with their defaults. */
class ConfigurationDocTest {
  private static final Pattern ROW = Pattern.compile("^\\| `(zonewright\\.[^`]+)` \\| (.+?) \\|");

  @Test
  void theTableListsEverySettingWithItsDefault() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("docs/configuration.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        documented.put(row.group(1), row.group(2));
      }
    }

    Map<String, String> settings = new TreeMap<>();
    String prefix = OperatorConfig.class.getAnnotation(ConfigMapping.class).prefix();
    collect(prefix, OperatorConfig.class, settings);

    assertThat(documented.keySet()).isEqualTo(settings.keySet());
    settings.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            assertThat(documented).containsEntry(name, "`" + value + "`");
          }
        });
  }

  private static void collect(String prefix, Class<?> type, Map<String, String> settings) {
    for (Method method : type.getDeclaredMethods()) {
      String name = prefix + "." + kebab(method.getName());
      if (method.getReturnType().getEnclosingClass() == OperatorConfig.class) {
        collect(name, method.getReturnType(), settings);
      } else {
        WithDefault byDefault = method.getAnnotation(WithDefault.class);
        settings.put(name, byDefault == null ? "" : byDefault.value());
      }
    }
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
