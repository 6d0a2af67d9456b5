package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;

class ServerStartTest {
  @Test
  void namesAnAddressThatIsInUse() throws Exception {
    try (ServerFixture first = ServerFixture.echoing("127.0.0.1:0")) {
      String address = SocketText.of(first.address());

      assertThatThrownBy(() -> ServerFixture.echoing(address))
          .isInstanceOf(ListenException.class)
          .hasMessageContaining("cannot listen on " + address + " (TCP): another process has it");
      assertThat(ServerFixture.ask(first.address(), ServerFixture.query(1)).getLength())
          .isEqualTo(17);
    }
  }

  @Test
  void freesTcpWhenUdpIsTaken() throws Exception {
    try (DatagramChannel taken = DatagramChannel.open(StandardProtocolFamily.INET)) {
      taken.bind(new InetSocketAddress(java.net.InetAddress.ofLiteral("127.0.0.1"), 0));
      InetSocketAddress address = (InetSocketAddress) taken.getLocalAddress();

      assertThatThrownBy(() -> ServerFixture.echoing(SocketText.of(address)))
          .hasMessageContaining("(UDP): another process has it");
      try (ServerSocket free = new ServerSocket()) {
        free.bind(address);
        assertThat(free.isBound()).isTrue();
      }
    }
  }

  @Test
  void saysThatNoInterfaceHasAnAddress() {
    assertThatThrownBy(() -> ServerFixture.echoing("192.0.2.1:0"))
        .hasMessageContaining("cannot listen on 192.0.2.1:0 (UDP): no interface of this host has");
  }

  @Test
  void explainsPrivilegedPorts() {
    ListenException e =
        new ListenException(
            "UDP",
            new InetSocketAddress(java.net.InetAddress.ofLiteral("127.0.0.1"), 53),
            new java.net.BindException("Permission denied"));

    assertThat(e)
        .hasMessageContaining("cannot listen on 127.0.0.1:53 (UDP)")
        .hasMessageContaining("NET_BIND_SERVICE");
  }

  @Test
  void freesItsPortsWhenClosed() throws Exception {
    ServerFixture first = ServerFixture.echoing("127.0.0.1:0");
    String address = SocketText.of(first.address());
    first.close();

    try (ServerFixture second = ServerFixture.echoing(address)) {
      assertThat(second.addresses()).hasSize(1);
    }
  }
}
