package io.zonewright.query;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A query as a client makes it: no EDNS and no flags unless said. */
final class Ask {
  private final Message message;
  private final List<EDNSOption> options = new ArrayList<>();
  private int payloadSize;
  private int version;
  private int ednsFlags;

  private Ask(Name name, int type, int recordClass) {
    message = Message.newQuery(Record.newRecord(name, type, recordClass));
    message.getHeader().unsetFlag(Flags.RD);
    message.getHeader().setID(0x1234);
  }

  static Ask of(String name, String type) {
    return of(name, Type.value(type, true), DClass.IN);
  }

  static Ask of(String name, int type, int recordClass) {
    try {
      return new Ask(Name.fromString(name), type, recordClass);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Ask edns(int size) {
    payloadSize = size;
    return this;
  }

  Ask ednsVersion(int number) {
    payloadSize = 1232;
    version = number;
    return this;
  }

  /** Sets EDNS flags by their bits; 0x8000 is DO. */
  Ask ednsFlags(int bits) {
    payloadSize = 1232;
    ednsFlags = bits;
    return this;
  }

  Ask option(int code, byte... data) {
    payloadSize = payloadSize == 0 ? 1232 : payloadSize;
    options.add(new GenericEDNSOption(code, data));
    return this;
  }

  Ask nsid() {
    return option(EDNSOption.Code.NSID);
  }

  byte[] toPacket() {
    Message whole = message.clone();
    if (payloadSize > 0) {
      whole.addRecord(
          new OPTRecord(payloadSize, 0, version, ednsFlags, options), Section.ADDITIONAL);
    }
    return whole.toWire();
  }
}
