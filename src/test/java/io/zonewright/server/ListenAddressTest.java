package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonewright.server.ListenAddress.Family;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:5300", "[::1]:53", "[2001:db8::53]:0"})
  void readsAnAddressOfEitherFamily(String text) throws Exception {
    ListenAddress listen = ListenAddress.parse(text);

    String host = text.substring(0, text.lastIndexOf(':'));
    assertThat(listen.address()).isEqualTo(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    assertThat(listen.isWildcard()).isFalse();
    assertThat(ListenAddress.parse(listen.toString())).isEqualTo(listen);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0:53,IPV4", "[::]:53,IPV6", ":53,BOTH"})
  void readsWildcards(String text, Family family) {
    assertThat(ListenAddress.parse(text)).isEqualTo(new ListenAddress(family, null, 53));
    assertThat(ListenAddress.parse(text)).hasToString(text);
  }

  @Test
  void keepsTheScopeOfALinkLocalAddress() throws Exception {
    Optional<InetAddress> linkLocal =
        InterfaceAddresses.of(Family.IPV6).stream()
            .filter(InetAddress::isLinkLocalAddress)
            .findFirst();
    assumeThat(linkLocal).as("an interface with a link-local address").isPresent();
    String literal = linkLocal.orElseThrow().getHostAddress();
    String scope = literal.substring(literal.indexOf('%'));

    ListenAddress listen = ListenAddress.parse("[" + literal + "]:53");
    assertThat(listen).asString().startsWith("[fe80:").endsWith(scope + "]:53");
    assertThat(ListenAddress.parse(listen.toString())).hasToString(listen.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5300                 | has no port
          127.0.0.1            | has no port
          127.0.0.1:           | no valid port
          127.0.0.1:65536      | no valid port
          127.0.0.1:-1         | no valid port
          127.0.0.1:dns        | no valid port
          127.0.0.256:53       | four numbers from 0 to 255
          127.1:53             | names are not resolved
          localhost:53         | names are not resolved
          ::1:53               | without brackets
          [::g]:53             | no valid IPv6 address
          [127.0.0.1]:53       | no valid IPv6 address
          [::ffff:127.0.0.1]:53| no valid IPv6 address
          [fe80::1%absent0]:53 | no interface
          """)
  void saysInOneSentenceWhatIsWrong(String text, String expected) {
    assertThatThrownBy(() -> ListenAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the listen address '" + text + "' ")
        .hasMessageContaining(expected);
  }
}
