package io.zonewright.operator;

import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page of a list, as if the API server had answered with it alone. */
@SuppressWarnings("ArrayRecordComponent") // that is what the client of Kubernetes asks for
record PageResponse(HttpResponse<?> whole, byte[] body) implements HttpResponse<byte[]> {
  @Override
  public int code() {
    return whole.code();
  }

  @Override
  public HttpRequest request() {
    return whole.request();
  }

  @Override
  public Optional<HttpResponse<?>> previousResponse() {
    return whole.previousResponse();
  }

  @Override
  public List<String> headers(String key) {
    return whole.headers(key);
  }

  @Override
  public Map<String, List<String>> headers() {
    return whole.headers();
  }
}
