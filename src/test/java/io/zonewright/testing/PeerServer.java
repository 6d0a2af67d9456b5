package io.zonewright.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Another authoritative server that serves zones of ours on a port of {@code 127.0.0.1}. */
public final class PeerServer implements AutoCloseable {
  private static final int TIMEOUT = 5_000;
  private static final int MAX_MESSAGE = 65_535;

  private final InetSocketAddress address;
  private final ChildProcess process;

  private PeerServer(int port, ChildProcess process) {
    this.address = new InetSocketAddress(Transport.UDP4.address(), port);
    this.process = process;
  }

  /**
   * Starts one; absent, the test is skipped.
   *
   * @param zones the text of each zone file by the name of the zone, which ends with a dot
   * @param folder an empty one, for its files
   */
  public static PeerServer start(PeerProgram peer, Map<String, String> zones, Path folder)
      throws IOException {
    Path program = Tools.require(peer.program());
    int port = FreePort.dns();
    for (Map.Entry<String, String> zone : zones.entrySet()) {
      Files.writeString(folder.resolve(zone.getKey() + "zone"), zone.getValue());
    }
    Path configuration = folder.resolve("peer.conf");
    Files.writeString(configuration, peer.configuration(folder, port, zones.keySet()));
    List<String> command = peer.command(program, configuration, port);
    Path log = folder.resolve("peer.log");
    PeerServer server =
        new PeerServer(port, ChildProcess.start(peer.program(), log, command, Map.of()));
    server.awaitZones(zones);
    return server;
  }

  private void awaitZones(Map<String, String> zones) {
    DnsClient client = DnsClient.of(address.getPort());
    for (String apex : zones.keySet()) {
      process.awaitReady(() -> serves(client, apex), Duration.ofSeconds(30));
    }
  }

  private static boolean serves(DnsClient client, String apex) {
    try {
      return !client.answers(apex, "SOA").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Its response to a packet by UDP or TCP. */
  public byte[] exchange(byte[] packet, boolean stream) throws IOException {
    return stream ? byTcp(packet) : byUdp(packet);
  }

  private byte[] byUdp(byte[] packet) throws IOException {
    try (DatagramSocket client = new DatagramSocket()) {
      client.setSoTimeout(TIMEOUT);
      client.connect(address);
      client.send(new DatagramPacket(packet, packet.length));
      DatagramPacket response = new DatagramPacket(new byte[MAX_MESSAGE], MAX_MESSAGE);
      client.receive(response);
      return Arrays.copyOf(response.getData(), response.getLength());
    }
  }

  private byte[] byTcp(byte[] packet) throws IOException {
    try (Socket client = new Socket(address.getAddress(), address.getPort())) {
      client.setSoTimeout(TIMEOUT);
      DataOutputStream to = new DataOutputStream(client.getOutputStream());
      byte[] framed = new byte[packet.length + 2];
      framed[0] = (byte) (packet.length >> 8);
      framed[1] = (byte) packet.length;
      System.arraycopy(packet, 0, framed, 2, packet.length);
      to.write(framed);
      DataInputStream from = new DataInputStream(client.getInputStream());
      byte[] response = new byte[from.readUnsignedShort()];
      from.readFully(response);
      return response;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
