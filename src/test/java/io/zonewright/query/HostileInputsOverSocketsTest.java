package io.zonewright.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Every packet of {@link HostileInputsTest}, by UDP and TCP over both families. */
@Timeout(120)
class HostileInputsOverSocketsTest extends HostileInputsTest {
  private final List<OverSockets> servers = new ArrayList<>();

  @Override
  Responder prepared(Responder responder) {
    try {
      OverSockets server = new OverSockets(responder);
      servers.add(server);
      responder.witnessedBy(server::replay);
      return responder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void closeServers() {
    servers.forEach(OverSockets::close);
  }
}
