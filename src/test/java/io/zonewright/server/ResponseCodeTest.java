package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ResponseCodeTest {
  @Test
  void readsTheCodeOfTheHeader() throws Exception {
    assertThat(code(response(3))).isEqualTo(3);
  }

  @Test
  void addsTheUpperBitsOfTheOptRecord() throws Exception {
    Message badVersion = response(0);
    badVersion.addRecord(new OPTRecord(1232, 1, 0), Section.ADDITIONAL);
    Message badCookie = response(7);
    badCookie.addRecord(new OPTRecord(1232, 1, 0), Section.ADDITIONAL);

    assertThat(code(badVersion)).isEqualTo(16);
    assertThat(code(badCookie)).isEqualTo(23);
  }

  @Test
  void tellsWhatIsNoMessage() {
    assertThat(ResponseCode.of(ByteBuffer.allocate(11), 11)).isEqualTo(-1);
  }

  @Test
  void readsNothingBeyondTheEnd() {
    ByteBuffer cut = ByteBuffer.allocate(14);
    cut.putShort(4, (short) 9).putShort(10, (short) 1).put(12, (byte) 63);

    assertThat(ResponseCode.of(cut, 14)).isZero();
  }

  private static Message response(int rcode) throws Exception {
    Record question = Record.newRecord(Name.fromString("www.example.com."), Type.A, DClass.IN);
    Message message = Message.newQuery(question);
    message.getHeader().setRcode(rcode);
    return message;
  }

  private static int code(Message message) {
    byte[] wire = message.toWire();
    return ResponseCode.of(ByteBuffer.wrap(wire), wire.length);
  }
}
