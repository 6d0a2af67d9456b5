package io.zonewright.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The canonical order of record data of one type (RFC 4034 section 6.3), in which the names of the
 * types of RFC 1035 and some later ones have lower case (section 6.2). Data that is equal in it is
 * the same record.
 *
 * @param namesFrom where the names begin, which fill the rest of the data
 */
public record CanonicalRdata(int namesFrom) implements Comparator<byte[]> {
  private static final int NAMELESS = Integer.MAX_VALUE;
  // Mail and other types of RFC 1035 and RFC 1183 that have no constant, being of no other use.
  private static final int MB = 7;
  private static final int MG = 8;
  private static final int MR = 9;
  private static final int MINFO = 14;
  private static final int RP = 17;
  private static final int AFSDB = 18;
  private static final int RT = 21;
  private static final int PX = 26;
  private static final int KX = 36;

  /** The order of a type. */
  public static CanonicalRdata of(int type) {
    return new CanonicalRdata(
        switch (type) {
          case RRType.NS, RRType.CNAME, RRType.PTR, RRType.DNAME, MB, MG, MR, MINFO, RP -> 0;
          case RRType.MX, AFSDB, RT, PX, KX -> 2;
          case RRType.SRV -> 6;
          default -> NAMELESS;
        });
  }

  /**
   * The records of a type in canonical order, one of each that are the same: of two that differ in
   * the case of a name it is always the same one, whatever their order was.
   *
   * @param data gives the data of a record, which is not changed
   */
  public static <T> List<T> distinct(
      int type, Collection<T> records, Function<? super T, byte[]> data) {
    CanonicalRdata order = of(type);
    List<T> sorted = new ArrayList<>(records);
    sorted.sort(
        Comparator.<T, byte[]>comparing(data, order).thenComparing(data, Arrays::compareUnsigned));
    List<T> distinct = new ArrayList<>(sorted.size());
    for (T each : sorted) {
      if (distinct.isEmpty()
          || order.compare(data.apply(distinct.getLast()), data.apply(each)) != 0) {
        distinct.add(each);
      }
    }
    return distinct;
  }

  @Override
  public int compare(byte[] one, byte[] other) {
    if (namesFrom == NAMELESS) {
      return Arrays.compareUnsigned(one, other);
    }
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      int order = octet(one, i) - octet(other, i);
      if (order != 0) {
        return order;
      }
    }
    return one.length - other.length;
  }

  /** Length octets of labels are below 64, so that folding all octets of a name is harmless. */
  private int octet(byte[] rdata, int index) {
    return (index < namesFrom ? rdata[index] : DomainName.fold(rdata[index])) & 0xff;
  }
}
