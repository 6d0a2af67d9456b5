package io.zonewright.query;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every scenario of the engine's tests, by UDP and TCP over both families. */
@Timeout(120)
@ExtendWith(OverSocketsExtension.class)
class EdgeCasesOverSocketsTest {
  @Nested
  class Additional extends AdditionalAnswersTest {}

  @Nested
  class AliasIntoChildZone extends AliasIntoChildZoneTest {}

  @Nested
  class Any extends AnyAnswersTest {}

  @Nested
  class Case extends CaseAnswersTest {}

  @Nested
  class Cname extends CnameAnswersTest {}

  @Nested
  class Delegation extends DelegationAnswersTest {}

  @Nested
  class Dname extends DnameAnswersTest {}

  @Nested
  class Ds extends DsAnswersTest {}

  @Nested
  class Edns extends EdnsAnswersTest {}

  @Nested
  class Header extends HeaderAnswersTest {}

  @Nested
  class Negative extends NegativeAnswersTest {}

  @Nested
  class Siblings extends SiblingAddressesTest {}

  @Nested
  class Truncation extends TruncationTest {}

  @Nested
  class Wildcard extends WildcardAnswersTest {}

  @Nested
  class ZoneSelection extends ZoneSelectionTest {}
}
