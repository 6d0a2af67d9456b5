package io.zonewright;

import static io.zonewright.Room.API;
import static io.zonewright.Room.CLI;
import static io.zonewright.Room.MANIFEST;
import static io.zonewright.Room.OPERATOR;
import static io.zonewright.Room.OPS;
import static io.zonewright.Room.RDATA;
import static io.zonewright.Room.SERVE;
import static io.zonewright.Room.SERVER;
import static io.zonewright.Room.STATUS;

import java.util.Arrays;

/** A library, and the rooms that may use it. */
@SuppressWarnings("ImmutableEnumChecker") // an array that nobody changes
enum Library {
  KUBERNETES("io.fabric8..", API, OPERATOR, STATUS, MANIFEST, SERVE, CLI),
  OPERATOR_SDK("io.javaoperatorsdk..", API, OPERATOR, STATUS, CLI),
  DNSJAVA("org.xbill..", RDATA),
  PICOCLI("picocli..", CLI),
  CDI("jakarta..", OPERATOR, STATUS, OPS, CLI),
  JACKSON("com.fasterxml..", API, OPERATOR, STATUS, MANIFEST, CLI),
  QUARKUS("io.quarkus..", API, OPERATOR, STATUS, OPS, CLI),
  MICROMETER("io.micrometer..", OPS, CLI),
  VERTX("io.vertx..", SERVER, OPERATOR, CLI);

  private final String packages;
  private final Room[] rooms;

  Library(String packages, Room... rooms) {
    this.packages = packages;
    this.rooms = rooms;
  }

  String packages() {
    return packages;
  }

  String[] roomPackages() {
    return Arrays.stream(rooms).map(Room::packageName).toArray(String[]::new);
  }
}
