package io.zonewright.operator;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.quarkus.runtime.annotations.RegisterForProxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the pages of a list come before they are wanted, so that the API server need not wait for
 * this process nor this process for it: at a start with many record sets both have about as much to
 * do. A list of many pages is asked for whole ({@link WholeList}), and a longer one page by page,
 * the next while the last one is read. Pages are read on threads of their own, and no connection
 * waits for that either.
 *
 * <p>The informers of the client of Kubernetes ask for a page when they have read the one before. A
 * page is of the state of the cluster that the first one was of, whenever it is asked for; a list
 * that is asked for whole is of its own state, and the page that showed its length is not used.
 */
@RegisterForProxy(targets = {HttpClient.class})
@RegisterForProxy(targets = {HttpClient.Builder.class})
@RegisterForProxy(targets = {HttpClient.DerivedClientBuilder.class})
final class PagesAhead implements HttpClient.Factory {
  private static final Logger LOG = Logger.getLogger(PagesAhead.class.getName());

  /** The API server ends a request after a minute, reading included; more may take longer. */
  private static final long MOST_AT_ONCE = 100_000;

  private final HttpClient.Factory connections;
  private final long pageSize;

  /** The page that was asked for last of each list, by the path of the list. */
  private final Map<String, Ahead> ahead = new ConcurrentHashMap<>();

  /** The list that was last asked for whole, by its path. */
  private final Map<String, WholeList> wholes = new ConcurrentHashMap<>();

  /** The lists of which one broke off: from then on they are asked for page by page. */
  private final Set<String> brokenOff = ConcurrentHashMap.newKeySet();

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
    WholeList whole = wholes.get(page.uri().getPath());
    if (whole != null && whole.isNext(page.token())) {
      return whole
          .next()
          .whenComplete((_, problem) -> forgetIfOver(whole, problem != null))
          .thenApplyAsync(Function.identity(), Thread::startVirtualThread);
    }
    return pageAlone(client, request, page)
        .thenComposeAsync(
            come -> followed(client, request, page, come), Thread::startVirtualThread);
  }

  private void forgetIfOver(WholeList list, boolean failed) {
    if (list.hasFailed()) {
      brokenOff.add(list.path());
    }
    if (failed || list.isOver()) {
      wholes.remove(list.path(), list);
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> pageAlone(
      HttpClient client, StandardHttpRequest request, ListPage page) {
    Ahead asked = ahead.remove(page.uri().getPath());
    return asked != null && asked.token.equals(page.token())
        ? asked.response
        : client.sendAsync(request, byte[].class);
  }

  /** Asks for what comes after a page, or instead of a first one for the whole list. */
  private CompletableFuture<HttpResponse<byte[]>> followed(
      HttpClient client, StandardHttpRequest request, ListPage page, HttpResponse<byte[]> come) {
    if (come.isSuccessful() && isForOnce(page, ListPage.remaining(come.body()))) {
      return whole(client, request, page)
          .exceptionally(
              problem -> {
                LOG.log(
                    Level.INFO,
                    "A list is read page by page, for it did not come whole: {0}",
                    problem.getMessage());
                askForNext(client, request, come);
                return come;
              });
    }
    askForNext(client, request, come);
    return CompletableFuture.completedFuture(come);
  }

  private boolean isForOnce(ListPage page, long remaining) {
    return page.token().isEmpty()
        && remaining > pageSize
        && remaining <= MOST_AT_ONCE
        && !brokenOff.contains(page.uri().getPath());
  }

  private CompletableFuture<HttpResponse<byte[]>> whole(
      HttpClient client, StandardHttpRequest request, ListPage page) {
    WholeList list = new WholeList(page.uri(), (int) pageSize);
    WholeList before = wholes.put(list.path(), list);
    if (before != null) {
      before.cancel();
    }
    return list.ask(client, request, page.whole().uri())
        .whenComplete((_, problem) -> forgetIfOver(list, problem != null))
        .thenApplyAsync(Function.identity(), Thread::startVirtualThread);
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
