package io.zonewright.dns.wire;

/**
 * What a query says: header, question and EDNS. Overwritten from query to query by its {@link
 * QueryReader}; the octets stay in the packet.
 */
public final class QueryMessage {
  private final NameBuffer name = new NameBuffer();
  private final EdnsQuery edns = new EdnsQuery();
  private int id;
  private int flags;
  private int questionCount;
  private boolean questionRead;
  private int nameOffset;
  private int type;
  private int recordClass;

  /** An empty message, to be read into. */
  public QueryMessage() {}

  void beginHeader(int newId, int newFlags, int newQuestionCount) {
    id = newId;
    flags = newFlags;
    questionCount = newQuestionCount;
    questionRead = false;
    edns.reset();
  }

  void setQuestion(int newNameOffset, int newType, int newClass) {
    questionRead = true;
    nameOffset = newNameOffset;
    type = newType;
    recordClass = newClass;
  }

  /** The message id. */
  public int id() {
    return id;
  }

  /** The second word of the header: QR, opcode, flags and rcode. */
  public int flags() {
    return flags;
  }

  /** The opcode. */
  public int opcode() {
    return Header.opcode(flags);
  }

  /** Whether QR says that this is a response. */
  public boolean isResponse() {
    return (flags & Header.QR) != 0;
  }

  /** QDCOUNT, whatever the message really holds. */
  public int questionCount() {
    return questionCount;
  }

  /** Whether one question was read, and the rest of this object speaks of it. */
  public boolean hasQuestion() {
    return questionRead;
  }

  /** The name asked, in lower case. */
  public NameBuffer name() {
    return name;
  }

  /** Where in the packet the name is, in the case in which it was asked. */
  public int nameOffset() {
    return nameOffset;
  }

  /** QTYPE. */
  public int type() {
    return type;
  }

  /** QCLASS. */
  public int recordClass() {
    return recordClass;
  }

  /** The OPT record, or that there is none. */
  public EdnsQuery edns() {
    return edns;
  }
}
