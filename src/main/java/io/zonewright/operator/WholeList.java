package io.zonewright.operator;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A list that is asked for whole and handed on in pages as it comes. The API server answers that
 * from memory (since Kubernetes 1.31), where the pages that follow a first one may have to be read
 * from etcd, which costs it several times as much. No more than a few pages are held here: then no
 * more are taken from the connection until one is wanted.
 */
final class WholeList {
  private static final int AHEAD = 4;

  /**
   * The API server itself gives a request no more; {@link LivingConnections} ends one that is
   * silent for half of it.
   */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final String path;
  private final String name = "whole-" + UUID.randomUUID() + "-";
  private final ListCutter cutter;
  private final Queue<byte[]> pages = new ArrayDeque<>();
  private @Nullable CompletableFuture<HttpResponse<byte[]>> wanted;
  private @Nullable HttpResponse<AsyncBody> response;
  private @Nullable Throwable failure;
  private boolean paused;
  private boolean ended;
  private boolean cancelled;
  private int handedOn;

  /** A list that nobody asked for yet, to be cut into pages of the given size. */
  WholeList(URI uri, int size) {
    path = uri.getPath();
    cutter = new ListCutter(size, number -> name + number, pages::add);
  }

  String path() {
    return path;
  }

  /** Asks for it; completes with the first page when the API server answers and it has come. */
  CompletableFuture<HttpResponse<byte[]>> ask(
      HttpClient client, StandardHttpRequest request, URI uri) {
    var asking =
        request.newBuilder().uri(uri).timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).build();
    return client
        .consumeBytes(asking, this::take)
        .thenCompose(
            answer -> {
              if (!answer.isSuccessful()) {
                answer.body().cancel();
                throw new CompletionException(new IOException("it answered with " + answer.code()));
              }
              begin(answer);
              return next();
            });
  }

  private void begin(HttpResponse<AsyncBody> answer) {
    AsyncBody begun = answer.body();
    synchronized (this) {
      if (cancelled) {
        begun.cancel();
        throw new CancellationException("another list of " + path + " was begun");
      }
      response = answer;
    }
    var _ = begun.done().whenComplete((_, problem) -> end(problem));
    begun.consume();
  }

  private void take(List<ByteBuffer> octets, AsyncBody from) {
    synchronized (this) {
      octets.forEach(cutter::take);
    }
    handOn();
    if (!pauses()) {
      from.consume();
    }
  }

  private synchronized boolean pauses() {
    paused = pages.size() >= AHEAD;
    return paused;
  }

  private void end(@Nullable Throwable problem) {
    synchronized (this) {
      ended = true;
      if (problem != null) {
        failure = problem;
      } else if (cutter.isWhole()) {
        pages.add(cutter.last());
      } else {
        failure = new IOException("the list " + path + " broke off");
      }
    }
    handOn();
  }

  /** Whether this is the token of the page that comes next. */
  synchronized boolean isNext(String token) {
    return token.equals(name + handedOn);
  }

  /** Whether there is nothing left to hand on. */
  synchronized boolean isOver() {
    return ended && pages.isEmpty();
  }

  /** Whether it broke off. */
  synchronized boolean hasFailed() {
    return failure != null;
  }

  /** The next page; fails if the list breaks off before. */
  CompletableFuture<HttpResponse<byte[]>> next() {
    CompletableFuture<HttpResponse<byte[]>> page = new CompletableFuture<>();
    synchronized (this) {
      wanted = page;
      handedOn++;
    }
    handOn();
    return page;
  }

  private void handOn() {
    CompletableFuture<HttpResponse<byte[]>> to;
    byte[] page;
    HttpResponse<AsyncBody> from;
    boolean resume;
    synchronized (this) {
      to = wanted;
      from = response;
      if (to == null || from == null || (pages.isEmpty() && failure == null)) {
        return;
      }
      page = pages.poll();
      wanted = null;
      resume = paused && !ended && pages.size() < AHEAD;
      paused &= !resume;
    }
    if (page == null) {
      to.completeExceptionally(failure);
    } else {
      to.complete(new PageResponse(from, page));
    }
    if (resume) {
      from.body().consume();
    }
  }

  /** Nobody wants the rest. */
  void cancel() {
    HttpResponse<AsyncBody> rest;
    synchronized (this) {
      cancelled = true;
      pages.clear();
      rest = ended ? null : response;
    }
    if (rest != null) {
      rest.body().cancel();
    }
  }
}
