package io.zonewright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The key pair that signs service account tokens.
 *
 * @param privateKey a PEM file
 * @param publicKey a PEM file
 */
record ServiceAccountKey(Path privateKey, Path publicKey) {

  static ServiceAccountKey generate(Path folder) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new ServiceAccountKey(
          write(folder.resolve("sa.key"), "PRIVATE KEY", pair.getPrivate().getEncoded()),
          write(folder.resolve("sa.pub"), "PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  private static Path write(Path file, String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    try {
      return Files.writeString(
          file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, body, label));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
