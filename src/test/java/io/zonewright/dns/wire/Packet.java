package io.zonewright.dns.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Builds packets octet by octet, malformed ones above all. */
public final class Packet {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  private Packet() {}

  /** A header with id 0x1234. */
  public static Packet header(int flags, int questions, int answers, int authorities, int more) {
    return new Packet()
        .u16(0x1234)
        .u16(flags)
        .u16(questions)
        .u16(answers)
        .u16(authorities)
        .u16(more);
  }

  /** A query with one question and room for as many additional records as are then written. */
  public static Packet query(String name, int type, int additionals) {
    return header(0, 1, 0, 0, additionals).name(name).u16(type).u16(1);
  }

  /** Nothing yet, not even a header. */
  public static Packet empty() {
    return new Packet();
  }

  public Packet u8(int value) {
    octets.write(value);
    return this;
  }

  public Packet u16(int value) {
    return u8(value >> 8).u8(value);
  }

  public Packet u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  public Packet octets(int... values) {
    for (int value : values) {
      u8(value);
    }
    return this;
  }

  public Packet octets(byte[] values) {
    octets.writeBytes(values);
    return this;
  }

  public Packet zeros(int count) {
    return octets(new byte[count]);
  }

  /** A name from labels divided by dots, without escapes; empty for the root. */
  public Packet name(String name) {
    if (!name.isEmpty()) {
      for (String label : name.split("\\.", -1)) {
        u8(label.length()).octets(label.getBytes(ISO_8859_1));
      }
    }
    return u8(0);
  }

  /** A label of some octet. */
  public Packet label(int length, char octet) {
    return u8(length).octets(String.valueOf(octet).repeat(length).getBytes(ISO_8859_1));
  }

  /** An OPT record of version 0 with these octets as data. */
  public Packet opt(byte[] rdata) {
    return opt(rdata, rdata.length);
  }

  /** An OPT record that gives its data another length than it has. */
  public Packet opt(byte[] rdata, int length) {
    return u8(0).u16(41).u16(1232).u32(0).u16(length).octets(rdata);
  }

  /** A record of class IN. */
  public Packet record(String owner, int type, byte[] rdata) {
    return name(owner).u16(type).u16(1).u32(300).u16(rdata.length).octets(rdata);
  }

  public byte[] toBytes() {
    return octets.toByteArray();
  }

  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(toBytes());
  }
}
