package io.zonewright.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Sends whatever a test asks its {@link Responder}s by UDP and TCP over both families too: a
 * scenario is written once, for the engine, and holds for the server.
 */
final class OverSocketsExtension implements InvocationInterceptor, AfterEachCallback {
  private final List<OverSockets> servers = new ArrayList<>();

  /** The server starts with the first packet: a test leaves some of its responders unasked. */
  private Consumer<byte[]> witness(Responder responder) {
    OverSockets[] server = new OverSockets[1];
    return packet -> {
      if (server[0] == null) {
        server[0] = start(responder);
      }
      server[0].replay(packet);
    };
  }

  private OverSockets start(Responder responder) {
    try {
      OverSockets server = new OverSockets(responder);
      servers.add(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T witnessed(Invocation<T> invocation) throws Throwable {
    return ScopedValue.where(Responder.WITNESSES, this::witness).call(invocation::proceed);
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor,
      ExtensionContext context)
      throws Throwable {
    return witnessed(invocation);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    witnessed(invocation);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    witnessed(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    witnessed(invocation);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    servers.forEach(OverSockets::close);
    servers.clear();
  }
}
