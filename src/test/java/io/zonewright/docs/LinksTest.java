package io.zonewright.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link of the documentation leads to a file that there is. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#]+)[^)]*\\)");

  @ParameterizedTest
  @MethodSource("pages")
  void relativeLinksLeadSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    List<String> broken = new ArrayList<>();
    while (link.find()) {
      if (!Files.exists(page.toAbsolutePath().resolveSibling(link.group(1)))) {
        broken.add(link.group(1));
      }
    }
    assertThat(broken).isEmpty();
  }

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("helm", "zonewright", "README.md")));
    for (String folder : List.of("", "docs", "docs/adr", "docs/benchmarks")) {
      try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath().resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }
}
