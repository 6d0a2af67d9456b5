package io.zonewright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A client that asks one server on loopback, by one transport, and never retries elsewhere. */
public final class DnsClient {
  private final int port;
  private final Transport transport;

  private DnsClient(int port, Transport transport) {
    this.port = port;
    this.transport = transport;
  }

  /** One that asks over UDP and IPv4. */
  public static DnsClient of(int port) {
    return new DnsClient(port, Transport.UDP4);
  }

  /** The same, by another transport. */
  public DnsClient over(Transport other) {
    return new DnsClient(port, other);
  }

  /** The whole response. */
  public Message ask(String name, String type) throws IOException {
    return send(query(name, type));
  }

  /** The whole response to a message of one's own. */
  public Message send(Message query) throws IOException {
    return resolver().send(query);
  }

  private SimpleResolver resolver() {
    SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(transport.address(), port));
    resolver.setTCP(transport.isTcp());
    resolver.setIgnoreTruncation(true);
    resolver.setTimeout(Duration.ofSeconds(5));
    return resolver;
  }

  /** A query for a name and type of class IN, RD clear, without EDNS. */
  public static Message query(String name, String type) {
    try {
      Name owner = Name.fromString(name, Name.root);
      Message query = Message.newQuery(Record.newRecord(owner, Type.value(type, true), DClass.IN));
      query.getHeader().unsetFlag(org.xbill.DNS.Flags.RD);
      return query;
    } catch (TextParseException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The record data of the answer section, sorted, in presentation form, without owner and TTL;
   * only that of the type asked for.
   */
  public List<String> answers(String name, String type) throws IOException {
    int wanted = Type.value(type, true);
    return ask(name, type).getSection(Section.ANSWER).stream()
        .filter(record -> record.getType() == wanted)
        .map(Record::rdataToString)
        .sorted()
        .toList();
  }

  /** The response code, as {@code NXDOMAIN}. */
  public String rcode(String name, String type) throws IOException {
    return Rcode.string(ask(name, type).getRcode());
  }
}
