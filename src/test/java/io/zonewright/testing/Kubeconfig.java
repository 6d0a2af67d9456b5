package io.zonewright.testing;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Writes and reads kubeconfig files that hold one user with a bearer token. */
final class Kubeconfig {
  private Kubeconfig() {}

  static Path write(Path file, int port, String caPem, String token) {
    String ca = Base64.getEncoder().encodeToString(caPem.getBytes(StandardCharsets.US_ASCII));
    String text =
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: test
          cluster:
            server: https://127.0.0.1:%d
            certificate-authority-data: %s
        users:
        - name: test
          user:
            token: %s
        contexts:
        - name: test
          context:
            cluster: test
            user: test
        current-context: test
        """
            .formatted(port, ca, token);
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client configuration that fails at once instead of trying again for seconds. */
  static Config read(Path file) {
    Config config = Config.fromKubeconfig(file.toFile());
    config.setRequestRetryBackoffLimit(0);
    return config;
  }
}
