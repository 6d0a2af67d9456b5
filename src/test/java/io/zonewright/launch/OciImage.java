package io.zonewright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonewright.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** An image of one platform in an archive, laid out as the OCI image specification has it. */
final class OciImage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode manifest;

  /** Unpacks an archive into a folder, and reads what the image is made of. */
  OciImage(Path archive, Path folder) throws IOException {
    this.folder = folder;
    tar("-xf", archive.toString(), "-C", folder.toString());
    JsonNode images = JSON.readTree(folder.resolve("index.json").toFile()).get("manifests");
    assertThat(images).hasSize(1);
    manifest = JSON.readTree(blob(images.get(0)).toFile());
  }

  /** Platform, and under {@code config} how a container starts. */
  JsonNode config() throws IOException {
    return JSON.readTree(blob(manifest.get("config")).toFile());
  }

  /** The files of the layer on top of all others. */
  List<String> filesOnTop() {
    JsonNode layers = manifest.get("layers");
    return tar("-tf", blob(layers.get(layers.size() - 1)).toString())
        .lines()
        .filter(name -> !name.endsWith("/"))
        .toList();
  }

  /** Lays the layers over each other in a folder. */
  void unpack(Path root) throws IOException {
    Files.createDirectories(root);
    for (JsonNode layer : manifest.get("layers")) {
      tar("-xf", blob(layer).toString(), "-C", root.toString());
    }
  }

  /** What a container has as the value of a variable, unless it sets it itself. */
  String variable(String name) throws IOException {
    return StreamSupport.stream(config().at("/config/Env").spliterator(), false)
        .map(JsonNode::asText)
        .filter(entry -> entry.startsWith(name + "="))
        .map(entry -> entry.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no variable " + name));
  }

  private Path blob(JsonNode descriptor) {
    return folder.resolve("blobs/" + descriptor.get("digest").asText().replace(':', '/'));
  }

  private static String tar(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--warning=no-unknown-keyword");
    Tools.Result result = Tools.run("tar", all);
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }
}
