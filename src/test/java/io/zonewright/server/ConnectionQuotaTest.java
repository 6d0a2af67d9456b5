package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionQuotaTest {
  private final ConnectionQuota quota =
      new ConnectionQuota(
          new TcpLimits(3, 2, Duration.ofSeconds(1), 512, 1, 1, Duration.ofSeconds(1), 1));

  @Test
  void addressesOfOneIpv6NetworkAreOneClient() {
    assertThat(admits("2001:db8:0:1::1")).isTrue();
    assertThat(admits("2001:db8:0:1:ffff::2")).isTrue();
    assertThat(admits("2001:db8:0:1::3")).isFalse();
    assertThat(admits("2001:db8:0:2::3")).isTrue();
  }

  @Test
  void ipv4AddressesAreClientsOfTheirOwn() {
    assertThat(admits("192.0.2.1")).isTrue();
    assertThat(admits("192.0.2.1")).isTrue();
    assertThat(admits("192.0.2.1")).isFalse();
    assertThat(admits("192.0.2.2")).isTrue();
  }

  @Test
  void whatIsReleasedByOneAddressIsFreeForItsNetwork() {
    assertThat(admits("2001:db8::1")).isTrue();
    assertThat(admits("2001:db8::2")).isTrue();
    quota.release(InetAddress.ofLiteral("2001:db8::2"));

    assertThat(admits("2001:db8::3")).isTrue();
    assertThat(admits("2001:db8::3")).isFalse();
  }

  private boolean admits(String client) {
    return quota.admit(InetAddress.ofLiteral(client));
  }
}
