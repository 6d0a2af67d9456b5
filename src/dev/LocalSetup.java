import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What run.sh needs before it starts anything: {@code java LocalSetup.java FOLDER DNS_PORT
 * HTTP_PORT} checks that the ports are free, writes the key pair of service accounts into FOLDER
 * and prints two free ports.
 */
final class LocalSetup {
  private final List<String> problems = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    LocalSetup setup = new LocalSetup();
    setup.check(port("DNS_PORT", args[1]), port("HTTP_PORT", args[2]));
    if (!setup.problems.isEmpty()) {
      setup.problems.forEach(problem -> System.err.println("ERROR: " + problem));
      System.exit(1);
    }
    writeKeys(Path.of(args[0]));
    System.out.println(freePorts());
  }

  private static int port(String name, String text) {
    if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
      System.err.printf("ERROR: %s is %s: it must be a number from 1 to 65535.%n", name, text);
      System.exit(1);
    }
    return Integer.parseInt(text);
  }

  private void check(int dnsPort, int httpPort) {
    for (String host : List.of("127.0.0.1", "::1")) {
      if (isLocal(host)) {
        checkTcp("DNS_PORT", dnsPort, host);
        checkUdp("DNS_PORT", dnsPort, host);
      } else {
        problems.add("The loopback interface has no address %s: switch on the address family it belongs to.".formatted(host));
      }
    }
    checkTcp("HTTP_PORT", httpPort, "127.0.0.1");
  }

  private static boolean isLocal(String host) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(host))) {
      return socket.isBound();
    } catch (IOException absent) {
      return false;
    }
  }

  private void checkTcp(String variable, int port, String host) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address(host, port));
    } catch (IOException e) {
      taken("TCP", variable, port, host, e);
    }
  }

  private void checkUdp(String variable, int port, String host) {
    try (DatagramSocket socket = new DatagramSocket(address(host, port))) {
      assert socket.isBound();
    } catch (IOException e) {
      taken("UDP", variable, port, host, e);
    }
  }

  private static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  private void taken(String protocol, String variable, int port, String host, IOException e) {
    problems.add(
        "%s port %d of %s cannot be used (%s): end the program that has it, or choose another port with `make run %s=%d`."
            .formatted(protocol, port, host, e.getMessage(), variable, port + 1));
  }

  private static String freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        ServerSocket two = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return one.getLocalPort() + " " + two.getLocalPort();
    }
  }

  private static void writeKeys(Path folder) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Files.writeString(folder.resolve("sa.key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.writeString(folder.resolve("sa.pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
  }
}
