package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.server.ListenAddress.Family;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class InterfaceAddressesTest {
  @Test
  void holdsTheLoopbackAddressesOfTheFamilyAskedFor() throws Exception {
    assertThat(InterfaceAddresses.of(Family.BOTH))
        .contains(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
    assertThat(InterfaceAddresses.of(Family.IPV4)).hasOnlyElementsOfType(Inet4Address.class);
    assertThat(InterfaceAddresses.of(Family.IPV6)).hasOnlyElementsOfType(Inet6Address.class);
  }
}
