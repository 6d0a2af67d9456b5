package io.zonewright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.Requirement;
import io.zonewright.testing.Tools;
import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make image}: an image that starts from its AOT cache, as a container would start it. */
class ImageIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Path SCRIPT = Path.of("src/dev/image/build.sh").toAbsolutePath();
  private static final Path ARCHIVE =
      ZonewrightProcess.jar().resolve("../../image.tar").normalize();

  /** A root file system that cannot be written, apart from /tmp, and a process without root. */
  private static final String CONTAINER =
      """
      mkdir -p "$1/proc" "$1/dev" "$1/tmp" && mount --bind "$1" "$1" && mount --rbind /proc "$1/proc" && mount --rbind /dev "$1/dev" &&
      mount -t tmpfs -o mode=1777 tmpfs "$1/tmp" && mkdir -p "$1/tmp/test" && mount --bind "$2" "$1/tmp/test" &&
      mount -o remount,bind,ro "$1" && unshare=$(command -v unshare) && root=$1 folder=$3 PATH=$4 && shift 4 &&
      exec "$unshare" --setuid 65532 --setgid 65532 --root "$root" --wd "$folder" "$@"
      """;

  @TempDir private static Path folder;
  private static OciImage image;
  private static Path root;

  @BeforeAll
  static void build() throws IOException {
    if (Tools.run("unshare", List.of("--mount", "true")).status() != 0) {
      throw Requirement.impossible("This machine lets nobody mount for himself (are you root?).");
    }
    tellThatTheJarIsUpToDate();
    assertThat(build(Map.of()))
        .satisfies(result -> assertThat(result.output()).contains("image.tar"));
    image = new OciImage(ARCHIVE, Files.createDirectory(folder.resolve("layout")));
    root = folder.resolve("root");
    image.unpack(root);
  }

  /** This test runs after it was packaged. */
  private static void tellThatTheJarIsUpToDate() throws IOException {
    Path mark = ZonewrightProcess.jar().resolve("../../.built").normalize();
    Files.write(mark, new byte[0]);
    Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
  }

  private static Tools.Result build(Map<String, String> variables) throws IOException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("DNS_PORT", Integer.toString(FreePort.dns()));
    environment.put("HTTP_PORT", Integer.toString(FreePort.tcp()));
    Path log = Files.createTempFile(folder, "build-", ".log");
    try (ChildProcess process =
        ChildProcess.start("make image", log, List.of(SCRIPT.toString()), environment)) {
      return new Tools.Result(process.awaitExit(PATIENCE), process.log());
    }
  }

  @Test
  void saysHowItIsStartedAndWhatItIs() throws IOException {
    JsonNode config = image.config().get("config");
    assertThat(config.get("User").asText()).isEqualTo("65532:65532");
    assertThat(config.get("WorkingDir").asText()).isEqualTo("/opt/zonewright");
    assertThat(config.get("Entrypoint"))
        .extracting(JsonNode::asText)
        .containsExactly("java", "-jar", "quarkus-run.jar");
    assertThat(image.variable("JDK_JAVA_OPTIONS"))
        .isEqualTo("@jvm.options -XX:AOTCache=zonewright.aot");
    assertThat(config.get("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("5300/udp", "5300/tcp", "8080/tcp");
    assertThat(config.at("/Labels/org.opencontainers.image.title").asText())
        .isEqualTo("Zonewright");
  }

  @Test
  void hasNothingButWhatWasPackagedAndTheCacheOnTop() throws IOException {
    assertThat(image.filesOnTop()).containsExactly("opt/zonewright/zonewright.aot");
    try (var files = Files.list(root.resolve("opt/zonewright"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder(
              "app", "lib", "quarkus", "jvm.options", "quarkus-run.jar", "zonewright.aot");
    }
    assertThat(root.resolve("app")).doesNotExist();
  }

  @Test
  void answersFromItsCacheWithoutRootOnAFileSystemThatCannotBeWritten() throws IOException {
    Path shared = sharedWithTheContainer();
    int port = FreePort.dns();
    try (ChildProcess process =
        container(
            shared,
            " -XX:AOTMode=on " + LoadedClasses.toldTo("/tmp/test/classes.log"),
            List.of(
                "serve", "--manifests", "/tmp/test/samples", "--listen", "127.0.0.1:" + port))) {
      process.awaitReady(() -> process.log().contains("ready"), PATIENCE);
      assertThat(DnsClient.of(port).answers("www.contoso.com.", "A")).isNotEmpty();
      assertThat(Files.readString(Path.of("/proc/" + process.pid() + "/status")))
          .containsPattern("Uid:\\s+65532\\s+65532");
    }
    LoadedClasses.assertOwnComeFromTheCache(shared.resolve("classes.log"), 8);
  }

  private static Path sharedWithTheContainer() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Tools.run("cp", List.of("-r", "deploy/samples", shared.toString()));
    Tools.run("chmod", List.of("-R", "a+rwX", shared.toString()));
    return shared;
  }

  private static ChildProcess container(Path shared, String javaOptions, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", CONTAINER, "sh"));
    command.addAll(
        List.of(
            root.toString(),
            shared.toString(),
            image.config().at("/config/WorkingDir").asText(),
            image.variable("PATH")));
    image.config().at("/config/Entrypoint").forEach(word -> command.add(word.asText()));
    command.addAll(arguments);
    return ChildProcess.start(
        "container",
        Files.createTempFile(folder, "container-", ".log"),
        command,
        Map.of("JDK_JAVA_OPTIONS", image.variable("JDK_JAVA_OPTIONS") + javaOptions));
  }

  @Test
  void isBuiltOnAFolderWithAJavaRuntime() throws IOException {
    Path base = Files.createDirectory(folder.resolve("base"));
    Path bin = Files.createDirectories(base.resolve("usr/lib/jvm/of-a-distribution/bin"));
    Path java = Files.createFile(bin.resolve("java"));
    Files.writeString(base.resolve("mark"), "of the base");
    assertThat(build(Map.of("BASE", base.toString(), "AOT_CACHE", "no")).status()).isZero();
    OciImage built = new OciImage(ARCHIVE, Files.createDirectory(folder.resolve("other-layout")));
    Path other = folder.resolve("other-root");
    built.unpack(other);
    assertThat(other.resolve("mark")).hasContent("of the base");
    assertThat(other.resolve(base.relativize(java))).exists();
    assertThat(built.variable("PATH")).startsWith("/usr/lib/jvm/of-a-distribution/bin:");
    assertThat(other.resolve("opt/zonewright/quarkus-run.jar")).exists();
    assertThat(other.resolve("opt/zonewright/zonewright.aot")).doesNotExist();
  }

  @Test
  void aBaseThatCannotBeOneIsRefusedInASentence() throws IOException {
    assertThat(refusal("nowhere/base.tar"))
        .isEqualTo("ERROR: BASE=nowhere/base.tar: there is no such file or folder.");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(refusal(empty.toString()))
        .isEqualTo(
            "ERROR: The folder %s has no java in it: give a root file system with a Java 25 runtime."
                .formatted(empty));
    assertThat(refusal(ARCHIVE.toString()))
        .isEqualTo(
            "ERROR: BASE=%s has no manifest.json: give a tar as `docker save` writes it, or a folder with a root file system."
                .formatted(ARCHIVE));
  }

  private static String refusal(String base) throws IOException {
    Tools.Result result = build(Map.of("BASE", base));
    assertThat(result.status()).isEqualTo(1);
    return result.output().strip();
  }
}
