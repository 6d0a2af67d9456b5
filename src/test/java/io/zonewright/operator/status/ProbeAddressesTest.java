package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeAddressesTest {
  private static final InetSocketAddress GLOBAL4 = at("192.0.2.1");
  private static final InetSocketAddress LOOPBACK4 = at("127.0.0.1");
  private static final InetSocketAddress GLOBAL6 = at("2001:db8::1");
  private static final InetSocketAddress LINK_LOCAL6 = at("fe80::1");

  @Test
  void theLoopbackAddressIsAskedFirstAndAnotherOneAfterAFailure() {
    List<InetSocketAddress> bound = List.of(LINK_LOCAL6, GLOBAL4, LOOPBACK4, GLOBAL6);

    assertThat(ProbeAddresses.of(bound, 0).values()).containsExactly(LOOPBACK4, GLOBAL6);
    assertThat(ProbeAddresses.of(bound, 1).values()).containsExactly(GLOBAL4, GLOBAL6);
    assertThat(ProbeAddresses.of(bound, 2).values()).containsExactly(LOOPBACK4, GLOBAL6);
  }

  @Test
  void aLinkLocalAddressIsAskedOnlyIfNothingElseIsBound() {
    assertThat(ProbeAddresses.of(List.of(LINK_LOCAL6), 0).values()).containsExactly(LINK_LOCAL6);
    assertThat(ProbeAddresses.of(List.of(GLOBAL4, LINK_LOCAL6), 0).values())
        .containsExactly(GLOBAL4);
  }

  @Test
  void aWildcardWithoutAFamilyStandsForBoth() {
    assertThat(AddressFamily.configured(List.of(":53"))).hasSize(2);
    assertThat(AddressFamily.configured(List.of("127.0.0.1:53", "[fe80::1%eth0]:53")))
        .containsExactly(AddressFamily.IPV4);
    assertThat(AddressFamily.configured(List.of("[::]:53"))).containsExactly(AddressFamily.IPV6);
  }

  private static InetSocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 53);
  }
}
