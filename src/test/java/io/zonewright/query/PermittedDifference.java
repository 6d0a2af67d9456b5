package io.zonewright.query;

import io.zonewright.testing.PeerProgram;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.xbill.DNS.Type;

/** Where another server may say something else, and why. */
final class PermittedDifference {
  private static final List<Predicate<Comparison>> ALL =
      List.of(
          PermittedDifference::anotherChoiceForAny,
          PermittedDifference::signatureTypeAtAnAlias,
          PermittedDifference::anyBelowRedirection,
          PermittedDifference::aliasIntoAnotherZone,
          PermittedDifference::redirectionIntoItself,
          PermittedDifference::restOfATruncatedResponse,
          PermittedDifference::glueOfAWildcard,
          PermittedDifference::longerForItsCase,
          PermittedDifference::incompleteGlue,
          PermittedDifference::denialWithoutRoomForItsSoa,
          PermittedDifference::badversWithoutDo,
          PermittedDifference::additionalsOfBindings,
          PermittedDifference::additionalsThatFit);

  private PermittedDifference() {}

  static boolean covers(Comparison both) {
    return ALL.stream().anyMatch(each -> each.test(both));
  }

  /** One RRset is enough, and which one is the server's choice (RFC 8482 section 4.1). */
  private static boolean anotherChoiceForAny(Comparison both) {
    return both.question().type() == Type.ANY
        && both.ours().rcode().equals(both.theirs().rcode())
        && !both.ours().answer().isEmpty()
        && (!both.theirs().answer().isEmpty() || both.theirs().isTruncated());
  }

  /**
   * RRSIG and NSEC may stand beside a CNAME. Where they do not, Knot says so, NSD follows the alias
   * all the same, and we show the alias.
   */
  private static boolean signatureTypeAtAnAlias(Comparison both) {
    int type = both.question().type();
    return (type == Type.RRSIG || type == Type.NSEC)
        && both.ours().answer().size() == 1
        && both.ours().answer().iterator().next().contains(" cname ");
  }

  /** The CNAME made of a DNAME is an answer for ANY, as any CNAME is; BIND holds the same. */
  private static boolean anyBelowRedirection(Comparison both) {
    return both.question().type() == Type.ANY
        && both.ours().answer().stream().anyMatch(record -> record.contains(" dname "))
        && both.theirs().answer().equals(both.ours().answer());
  }

  /** NSD goes on in whatever zone has the target; we and Knot refer to it. */
  private static boolean aliasIntoAnotherZone(Comparison both) {
    return both.peer() == PeerProgram.NSD
        && both.question().name().toLowerCase(Locale.ROOT).startsWith("into.")
        && both.theirs().answer().containsAll(both.ours().answer());
  }

  /** Knot follows a DNAME below itself up to its limit; we and NSD stop at once. */
  private static boolean redirectionIntoItself(Comparison both) {
    return both.peer() == PeerProgram.KNOT
        && both.ours().rcode().equals("NOERROR")
        && both.ours().authority().isEmpty()
        && both.ours().answer().stream().anyMatch(record -> record.contains(" dname "))
        && both.theirs().answer().containsAll(both.ours().answer());
  }

  /** What is left in it is of no importance: the client asks again by TCP. */
  private static boolean restOfATruncatedResponse(Comparison both) {
    return both.ours().isTruncated()
        && both.ours().flags().equals(both.theirs().flags())
        && both.ours().rcode().equals(both.theirs().rcode());
  }

  /**
   * A wildcard below a zone cut is not ours to expand, so it gives no glue; BIND holds the same.
   * Knot and NSD expand it.
   */
  private static boolean glueOfAWildcard(Comparison both) {
    return !both.ours().authority().isEmpty()
        && both.ours().rcode().equals(both.theirs().rcode())
        && both.ours().flags().equals(both.theirs().flags())
        && both.ours().answer().equals(both.theirs().answer())
        && both.ours().authority().equals(both.theirs().authority())
        && both.ours().authority().stream().allMatch(record -> record.contains(" ns "))
        && both.ours().additional().isEmpty();
  }

  /** We keep the case of the zone, so that a question in another one saves us no octets. */
  private static boolean longerForItsCase(Comparison both) {
    String asked = both.question().name();
    return !asked.equals(asked.toLowerCase(Locale.ROOT))
        && onlyWeTruncate(both)
        && both.theirs().additional().containsAll(both.ours().additional());
  }

  /** NSD 4.6 leaves out glue that does not fit; RFC 9471 wants TC then. */
  private static boolean incompleteGlue(Comparison both) {
    return both.peer() == PeerProgram.NSD
        && both.ours().answer().isEmpty()
        && onlyWeTruncate(both)
        && both.ours().authority().equals(both.theirs().authority());
  }

  /** Knot leaves out the SOA then; without it nobody can keep the denial (RFC 2308 section 5). */
  private static boolean denialWithoutRoomForItsSoa(Comparison both) {
    return both.peer() == PeerProgram.KNOT
        && onlyWeTruncate(both)
        && both.ours().answer().equals(both.theirs().answer())
        && both.theirs().authority().isEmpty();
  }

  /** NSD does not copy DO into the refusal of a version. */
  private static boolean badversWithoutDo(Comparison both) {
    return both.peer() == PeerProgram.NSD
        && both.ours().rcode().equals("BADVERS")
        && both.theirs().rcode().equals("BADVERS");
  }

  /**
   * They are optional (RFC 9460 section 4.2): NSD has none, Knot none of a binding at a wildcard,
   * and names the wildcard itself as the owner of others.
   */
  private static boolean additionalsOfBindings(Comparison both) {
    int type = both.question().type();
    return (type == Type.SVCB || type == Type.HTTPS) && onlyAdditionalsDiffer(both);
  }

  /** By UDP as many as there is room for; NSD adds an authority section, which takes some. */
  private static boolean additionalsThatFit(Comparison both) {
    return !both.question().stream() && onlyAdditionalsDiffer(both);
  }

  private static boolean onlyAdditionalsDiffer(Comparison both) {
    return both.ours().rcode().equals(both.theirs().rcode())
        && both.ours().flags().equals(both.theirs().flags())
        && !both.ours().answer().isEmpty()
        && both.ours().answer().equals(both.theirs().answer());
  }

  private static boolean onlyWeTruncate(Comparison both) {
    Set<String> truncated = new TreeSet<>(both.theirs().flags());
    truncated.add("TC");
    return !both.theirs().isTruncated()
        && both.ours().flags().equals(truncated)
        && both.ours().rcode().equals(both.theirs().rcode());
  }
}
