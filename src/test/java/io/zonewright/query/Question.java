package io.zonewright.query;

import java.util.SplittableRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Type;

/** A question that a client may ask, by UDP or TCP, with or without EDNS. */
final class Question {
  private static final int RD = 0x01;
  private static final int DNSSEC_OK = 0x8000;
  private static final int CLIENT_SUBNET = 8;
  private static final int UNKNOWN_OPTION = 65_001;
  private static final int[] SIZES = {512, 800, 1232, 4096};
  private static final int[] OTHER_CLASSES = {2, 4, 254};
  private static final byte[] SUBNET = {0, 1, 24, 0, (byte) 192, 0, 2};

  private final String name;
  private final String text;
  private final int type;
  private final byte[] packet;
  private final boolean stream;

  private Question(String name, String text, int type, byte[] packet, boolean stream) {
    this.name = name;
    this.text = text;
    this.type = type;
    this.packet = packet;
    this.stream = stream;
  }

  /** One about one of the zones {@code z0.example.} and on, or about nobody's name. */
  static Question random(SplittableRandom random, int zones) {
    String name = mixCase(random, name(random, "z" + random.nextInt(zones) + ".example."));
    int type = type(random);
    int recordClass = random.nextInt(50) == 0 ? oneOf(random, OTHER_CLASSES) : DClass.IN;
    boolean stream = random.nextInt(3) == 0;
    Ask ask = Ask.of(name, type, recordClass);
    String edns = random.nextInt(3) == 0 ? "without EDNS" : addEdns(random, ask);
    byte[] packet = ask.toPacket();
    packet[2] |= (byte) (random.nextInt(4) == 0 ? RD : 0);
    String text =
        "%s %s class %d by %s, %s"
            .formatted(name, Type.string(type), recordClass, stream ? "TCP" : "UDP", edns);
    return new Question(name, text, type, packet, stream);
  }

  private static String name(SplittableRandom random, String apex) {
    RandomZone names = new RandomZone(random);
    return switch (random.nextInt(30)) {
      case 0 -> apex;
      case 1 -> names.name() + ".";
      case 2 -> "example.";
      case 3 -> "into." + apex;
      case 4 -> "sub." + apex;
      case 5 -> names.name() + ".sub." + apex;
      case 6, 7 -> "many." + apex;
      case 8 -> "most." + apex;
      case 9, 10 -> names.name() + ".wide." + apex;
      default -> names.name() + "." + apex;
    };
  }

  /** Any but AXFR, which has an answer of its own kind. */
  private static int type(SplittableRandom random) {
    int type = new RandomZone(random).type();
    return random.nextInt(3) == 0 || type == Type.AXFR ? Type.A : type;
  }

  private static String mixCase(SplittableRandom random, String name) {
    StringBuilder mixed = new StringBuilder(name);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(name.length());
      mixed.setCharAt(at, Character.toUpperCase(name.charAt(at)));
    }
    return mixed.toString();
  }

  private static String addEdns(SplittableRandom random, Ask ask) {
    int size = oneOf(random, SIZES);
    int version = random.nextInt(20) == 0 ? 1 : 0;
    int flags = random.nextInt(3) == 0 ? oneOf(random, new int[] {DNSSEC_OK, 0xffff, 1}) : 0;
    int option = oneOf(random, new int[] {0, 0, CLIENT_SUBNET, UNKNOWN_OPTION});
    ask.ednsVersion(version).ednsFlags(flags).edns(size);
    if (option != 0) {
      ask.option(option, SUBNET);
    }
    return "EDNS %d, size %d, flags %04x, option %d".formatted(version, size, flags, option);
  }

  private static int oneOf(SplittableRandom random, int[] values) {
    return values[random.nextInt(values.length)];
  }

  String name() {
    return name;
  }

  int type() {
    return type;
  }

  byte[] packet() {
    return packet.clone();
  }

  /** Whether it is asked by TCP. */
  boolean stream() {
    return stream;
  }

  @Override
  public String toString() {
    return text;
  }
}
