package io.zonewright.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;

/**
 * Puts copies of an object beside it into etcd, as the API server has stored it: with status and
 * managed fields, and thousands in a second. For measuring with more objects than anybody wants to
 * wait for.
 */
public final class StoredCopies {
  private static final int AT_A_TIME = 100;

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http;
  private final URI etcd;

  StoredCopies(HttpClient http, URI etcd) {
    this.http = http;
    this.etcd = etcd;
  }

  /** An object as it is stored. */
  public String read(String key) throws IOException, InterruptedException {
    ObjectNode range = mapper.createObjectNode().put("key", base64(key));
    byte[] value = post("/v3/kv/range", range).at("/kvs/0/value").binaryValue();
    if (value == null) {
      throw new IllegalArgumentException("etcd has no " + key);
    }
    return new String(value, StandardCharsets.UTF_8);
  }

  /** Stores objects number 0 to {@code many} - 1. */
  public void write(int many, IntFunction<String> keys, IntFunction<String> objects)
      throws IOException, InterruptedException {
    for (int from = 0; from < many; from += AT_A_TIME) {
      ObjectNode transaction = mapper.createObjectNode();
      ArrayNode puts = transaction.putArray("success");
      for (int i = from; i < Math.min(many, from + AT_A_TIME); i++) {
        puts.addObject()
            .putObject("requestPut")
            .put("key", base64(keys.apply(i)))
            .put("value", base64(objects.apply(i)));
      }
      post("/v3/kv/txn", transaction);
    }
  }

  private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(etcd.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("etcd: " + new String(response.body(), StandardCharsets.UTF_8));
    }
    return mapper.readTree(response.body());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
