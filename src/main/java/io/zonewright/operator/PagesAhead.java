package io.zonewright.operator;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.quarkus.runtime.annotations.RegisterForProxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for the next page of a list while the last one is read, so that the API server need not wait
 * for this process nor this process for it: at a start with many record sets both have about as
 * much to do. Pages are read on threads of their own, and no connection waits for that either.
 *
 * <p>The informers of the client of Kubernetes ask for a page when they have read the one before. A
 * page is of the state of the cluster that the first one was of, whenever it is asked for.
 */
@RegisterForProxy(targets = {HttpClient.class})
@RegisterForProxy(targets = {HttpClient.Builder.class})
@RegisterForProxy(targets = {HttpClient.DerivedClientBuilder.class})
final class PagesAhead implements HttpClient.Factory {
  private final HttpClient.Factory connections;
  private final long pageSize;

  /** The page that was asked for last of each list, by the path of the list. */
  private final Map<String, Ahead> ahead = new ConcurrentHashMap<>();

  private record Ahead(String token, CompletableFuture<HttpResponse<byte[]>> response) {}

  /** Looks at lists in pages of the given size, and at no other ones. */
  PagesAhead(HttpClient.Factory connections, long pageSize) {
    this.connections = connections;
    this.pageSize = pageSize;
  }

  @Override
  public HttpClient.Builder newBuilder() {
    return builder(HttpClient.Builder.class, connections.newBuilder());
  }

  private <B extends HttpClient.DerivedClientBuilder> B builder(Class<B> type, B builder) {
    return Wrapping.proxy(
        type,
        (self, method, arguments) -> {
          Object result = Wrapping.call(builder, method, arguments);
          if (result instanceof HttpClient client) {
            return client(client);
          }
          return result instanceof HttpClient.DerivedClientBuilder ? self : result;
        });
  }

  private HttpClient client(HttpClient client) {
    return Wrapping.proxy(
        HttpClient.class,
        (self, method, arguments) -> {
          if (method.getName().equals("newBuilder")) {
            return builder(HttpClient.DerivedClientBuilder.class, client.newBuilder());
          }
          return method.getName().equals("sendAsync") && isPage(arguments)
              ? page(client, (StandardHttpRequest) arguments[0])
              : Wrapping.call(client, method, arguments);
        });
  }

  private boolean isPage(Object[] arguments) {
    return arguments[1] == byte[].class
        && arguments[0] instanceof StandardHttpRequest request
        && new ListPage(request.uri()).hasSize(pageSize);
  }

  private CompletableFuture<HttpResponse<byte[]>> page(
      HttpClient client, StandardHttpRequest request) {
    ListPage page = new ListPage(request.uri());
    Ahead asked = ahead.remove(page.uri().getPath());
    CompletableFuture<HttpResponse<byte[]>> response =
        asked != null && asked.token.equals(page.token())
            ? asked.response
            : client.sendAsync(request, byte[].class);
    return response.thenApplyAsync(
        come -> {
          askForNext(client, request, come);
          return come;
        },
        Thread::startVirtualThread);
  }

  private void askForNext(
      HttpClient client, StandardHttpRequest request, HttpResponse<byte[]> come) {
    String token = come.isSuccessful() ? ListPage.following(come.body()) : null;
    if (token != null) {
      ListPage next = new ListPage(request.uri()).at(token);
      HttpRequest asking = request.newBuilder().uri(next.uri()).build();
      ahead.put(next.uri().getPath(), new Ahead(token, client.sendAsync(asking, byte[].class)));
    }
  }
}
