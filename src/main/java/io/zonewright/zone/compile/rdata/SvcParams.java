package io.zonewright.zone.compile.rdata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must hold between the parameters of one service binding (RFC 9460 sections 2.4.2 and 8). */
public final class SvcParams {
  private SvcParams() {}

  /** What is wrong with these parameters together, or null. */
  public static @Nullable String problem(int priority, List<SvcParam> params) {
    try {
      check(priority, params);
      return null;
    } catch (MalformedTextException e) {
      return e.sentence("see RFC 9460");
    }
  }

  /** Appends the parameters in the order of their keys. */
  public static RdataBuilder append(List<SvcParam> params, RdataBuilder out) {
    for (SvcParam param : new TreeSet<>(params)) {
      out.u16(param.key()).u16(param.value().length).octets(param.value());
    }
    return out;
  }

  static void check(int priority, List<SvcParam> params) throws MalformedTextException {
    if (priority == 0 && !params.isEmpty()) {
      throw new MalformedTextException(
          "priority 0 is AliasMode, which takes no parameters",
          "leave them out, or write a priority such as 1");
    }
    Set<Integer> keys = new HashSet<>();
    for (SvcParam param : params) {
      if (!keys.add(param.key())) {
        throw new MalformedTextException(
            SvcParamKey.print(param.key()) + " stands twice", "leave one out");
      }
    }
    if (keys.contains(SvcParamKey.NO_DEFAULT_ALPN) && !keys.contains(SvcParamKey.ALPN)) {
      throw new MalformedTextException(
          "no-default-alpn without alpn leaves no protocol", "add alpn, such as 'h2,h3'");
    }
    checkMandatory(params, keys);
  }

  private static void checkMandatory(List<SvcParam> params, Set<Integer> keys)
      throws MalformedTextException {
    for (SvcParam param : params) {
      if (param.key() != SvcParamKey.MANDATORY) {
        continue;
      }
      WireCursor in = new WireCursor(param.value());
      while (!in.atEnd()) {
        int wanted = (int) in.unsigned(2);
        if (!keys.contains(wanted)) {
          String name = SvcParamKey.print(wanted);
          throw new MalformedTextException(
              "mandatory names " + name + ", which is missing",
              "add " + name + ", or take it out of mandatory");
        }
      }
    }
  }
}
