package io.zonewright.query;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every packet of {@link HostileInputsTest}, by UDP and TCP over both families. */
@Timeout(120)
@ExtendWith(OverSocketsExtension.class)
class HostileInputsOverSocketsTest extends HostileInputsTest {}
