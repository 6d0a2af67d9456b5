package io.zonewright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every room, and the rooms that it may look into; later ones may look into earlier ones only. */
@SuppressWarnings("ImmutableEnumChecker") // an array that nobody changes
enum Room {
  DNS("dns"),
  WIRE("dns.wire", DNS),
  TREE("zone.tree", DNS),
  ZONE("zone", TREE, DNS, WIRE),
  CATALOG("zone.catalog", TREE, ZONE, DNS, WIRE),
  RDATA("zone.compile.rdata", DNS, WIRE),
  COMPILE("zone.compile", RDATA, CATALOG, ZONE, DNS, WIRE),
  FILE("zone.compile.file", RDATA, ZONE, DNS, WIRE),
  QUERY("query", CATALOG, ZONE, DNS, WIRE),
  LINUX("server.linux"),
  SERVER("server", LINUX, DNS),
  API("api.v1alpha1"),
  OPS("ops", SERVER, QUERY, CATALOG, ZONE, DNS),
  STATUS("operator.status", API, COMPILE, CATALOG, ZONE, DNS, WIRE),
  OPERATOR("operator", STATUS, API, COMPILE, CATALOG, ZONE, DNS),
  MANIFEST("cli.manifest", API, COMPILE, DNS),
  SERVE("cli.serve", MANIFEST, FILE, OPERATOR, API, SERVER, QUERY, COMPILE, CATALOG, ZONE, DNS),
  CLI(
      "cli", SERVE, MANIFEST, OPERATOR, STATUS, OPS, API, SERVER, QUERY, COMPILE, CATALOG, ZONE,
      DNS);

  private final String packageName;
  private final Room[] visible;

  Room(String name, Room... visible) {
    this.packageName = "io.zonewright." + name;
    this.visible = visible;
  }

  String packageName() {
    return packageName;
  }

  DescribedPredicate<JavaClass> andWhatItMaySee() {
    String[] packages =
        Stream.concat(Stream.of(this), Arrays.stream(visible))
            .map(Room::packageName)
            .toArray(String[]::new);
    return resideInAnyPackage(packages)
        .or(DescribedPredicate.not(resideInAPackage("io.zonewright..")))
        .as("its own, " + String.join(", ", packages) + " or libraries");
  }
}
