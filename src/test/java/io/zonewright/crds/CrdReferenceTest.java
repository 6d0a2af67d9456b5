package io.zonewright.crds;

import io.zonewright.testing.GeneratedPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference page follows from the CRDs. */
class CrdReferenceTest {
  @Test
  void thePageIsThatOfTheCrds() {
    GeneratedPage.check(Path.of("docs", "crd-reference.md"), CrdReference.write());
  }
}
