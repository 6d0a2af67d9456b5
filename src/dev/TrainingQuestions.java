import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What clients ask of the samples, over UDP and TCP of both families: {@code java
 * TrainingQuestions.java PORT}. There are enough of them for the JVM to see which methods matter.
 */
final class TrainingQuestions {
  private static final int UDP_ROUNDS = 400;
  private static final int TCP_ROUNDS = 40;
  private static final int A = 1, SOA = 6, MX = 15, TXT = 16, AAAA = 28, HTTPS = 65;

  private static final List<byte[]> QUESTIONS =
      List.of(
          question("www.contoso.com", A),
          question("www.contoso.com", AAAA),
          question("contoso.com", SOA),
          question("contoso.com", MX),
          question("contoso.com", TXT),
          question("contoso.com", HTTPS),
          question("nothing.contoso.com", A),
          question("WwW.CoNtOsO.cOm", AAAA),
          question("www.example.net", A));

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    for (String host : List.of("127.0.0.1", "::1")) {
      InetSocketAddress server = new InetSocketAddress(InetAddress.ofLiteral(host), port);
      overUdp(server);
      overTcp(server);
    }
  }

  /** All questions at once, then all answers: the server sees packets in batches, as under load. */
  private static void overUdp(InetSocketAddress server) throws IOException {
    DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server);
      socket.setSoTimeout(1_000);
      for (int round = 0; round < UDP_ROUNDS; round++) {
        for (byte[] question : QUESTIONS) {
          socket.send(new DatagramPacket(question, question.length));
        }
        for (int i = 0; i < QUESTIONS.size(); i++) {
          socket.receive(answer);
        }
      }
    }
  }

  private static void overTcp(InetSocketAddress server) throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.setSoTimeout(1_000);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int round = 0; round < TCP_ROUNDS; round++) {
        for (byte[] question : QUESTIONS) {
          out.writeShort(question.length);
          out.write(question);
        }
        for (int i = 0; i < QUESTIONS.size(); i++) {
          in.skipNBytes(in.readUnsignedShort());
        }
      }
    }
  }

  /** A query with an OPT record, as resolvers send it (RFC 1035 section 4, RFC 6891 section 6.1). */
  private static byte[] question(String name, int type) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1});
    for (String label : name.split("\\.")) {
      message.write(label.length());
      message.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    message.writeBytes(new byte[] {0, 0, (byte) type, 0, 1});
    message.writeBytes(new byte[] {0, 0, 41, 4, (byte) 0xd0, 0, 0, 0, 0, 0, 0});
    return message.toByteArray();
  }
}
