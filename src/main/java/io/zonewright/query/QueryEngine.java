package io.zonewright.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonewright.dns.ExtendedError;
import io.zonewright.dns.Rcode;
import io.zonewright.dns.wire.OptWriter;
import io.zonewright.dns.wire.QueryMessage;
import io.zonewright.dns.wire.QueryReader;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.nio.ByteBuffer;

/**
 * Answers queries from the zones of a catalog: read, triage, find the zone, collect, encode.
 *
 * <p>For one thread; each worker has its own. It takes no lock, and allocates nothing once it has
 * seen the largest of its answers.
 */
public final class QueryEngine {
  /** What {@link #answer} returns when there must be no response. */
  public static final int DROP = 0;

  /** The most packets that {@link #foresee} looks at. */
  public static final int MOST_FORESEEN = 64;

  private final ZoneCatalog zones;
  private final QueryMessage query = new QueryMessage();
  private final QueryReader reader = new QueryReader(query);
  private final Triage triage = new Triage(reader, query);
  private final ZoneSelector selector = new ZoneSelector();
  private final Response response = new Response();
  private final AliasChain chain;
  private final AnswerCollector answers;
  private final AdditionalCollector additionals = new AdditionalCollector(response);
  private final ResponseEncoder encoder;
  private final Shortcut shortcut;
  private boolean resolved;

  /** Makes an engine that answers from whatever the catalog holds at the moment of each query. */
  public QueryEngine(ZoneCatalog zones, QuerySettings settings) {
    this.zones = zones;
    this.chain = new AliasChain(settings.chainLimit());
    this.answers = new AnswerCollector(selector, chain, response);
    OptWriter opt = new OptWriter(settings.udpPayload(), settings.nsid().getBytes(UTF_8));
    SizeLimit sizeLimit = new SizeLimit(settings.udpPayload());
    this.encoder = new ResponseEncoder(chain.first(), opt, sizeLimit);
    this.shortcut =
        new Shortcut(new AnswerMemory(settings.answerMemory()), opt, sizeLimit, MOST_FORESEEN);
  }

  /**
   * Answers one message.
   *
   * @param packet the message, from position to limit, untrusted
   * @param out where the response goes, from index 0 on; it must hold 65535 octets for a stream and
   *     {@link QuerySettings#udpPayload} otherwise. Its position and limit stay as they are
   * @param stream whether the message came over TCP or alike, where nothing is truncated
   * @return the length of the response, or {@link #DROP}
   */
  public int answer(ByteBuffer packet, ByteBuffer out, boolean stream) {
    Catalog catalog = zones.current();
    if (stream) {
      return compose(catalog, packet, out, true);
    }
    int length = shortcut.answer(catalog, packet, out);
    return length == Shortcut.NONE ? composeDatagram(catalog, packet, out) : length;
  }

  /**
   * Prepares to answer packets, which makes answering them cheaper and changes nothing else.
   *
   * @param packets each from position 0 to its limit
   * @param count how many of them there are, at most {@link #MOST_FORESEEN}
   */
  public void foresee(ByteBuffer[] packets, int count) {
    shortcut.foresee(packets, count);
  }

  private int composeDatagram(Catalog catalog, ByteBuffer packet, ByteBuffer out) {
    int length = compose(catalog, packet, out, false);
    if (length != DROP && resolved && response.error() == null && encoder.isWhole()) {
      shortcut.remember(out, encoder.recordsEnd(), encoder.isCaseBound());
    }
    return length;
  }

  private int compose(Catalog catalog, ByteBuffer packet, ByteBuffer out, boolean stream) {
    // A response is never answered, not even with an error: two servers could go on forever.
    if (!reader.readHeader(packet) || query.isResponse()) {
      return DROP;
    }
    response.reset();
    resolved = false;
    boolean admitted = triage.admits(response);
    takeName(packet);
    if (admitted) {
      resolve(catalog);
    }
    return encoder.encode(query, response, out, stream);
  }

  private void takeName(ByteBuffer packet) {
    if (query.hasQuestion()) {
      chain.reset();
      chain.first().set(packet, query.nameOffset(), query.name().length());
    }
  }

  private void resolve(Catalog catalog) {
    Catalog.Entry entry = selector.select(catalog, query.name(), query.type());
    if (entry == null) {
      response.fail(Rcode.REFUSED, ExtendedError.NOT_AUTHORITATIVE);
      return;
    }
    Zone zone = entry.zone();
    RRset negativeSoa = zone == null ? null : zone.negativeSoa();
    if (zone == null || negativeSoa == null) {
      response.fail(Rcode.SERVFAIL, ExtendedError.NOT_READY);
      return;
    }
    answers.collect(catalog, zone, negativeSoa, query.type());
    additionals.collect();
    answers.forget();
    resolved = true;
  }
}
