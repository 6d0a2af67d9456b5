package io.zonewright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers of the house: imports point one way, and libraries stay in their rooms. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.zonewright");

  @ParameterizedTest
  @EnumSource
  void aRoomSeesOnlyTheRoomsBelowIt(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packageName())
        .should()
        .onlyDependOnClassesThat(room.andWhatItMaySee())
        .check(MAIN);
  }

  @Test
  void everyClassIsInARoom() {
    String[] rooms = Arrays.stream(Room.values()).map(Room::packageName).toArray(String[]::new);
    classes().should().resideInAnyPackage(rooms).check(MAIN);
  }

  @ParameterizedTest
  @EnumSource
  void aLibraryStaysInItsRooms(Library library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(library.roomPackages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library.packages())
        .check(MAIN);
  }

  /** Else a misspelt package would make {@link #aLibraryStaysInItsRooms} pass without a look. */
  @ParameterizedTest
  @EnumSource
  void aLibraryIsUsedInOneOfItsRooms(Library library) {
    var used = resideInAPackage(library.packages());
    assertThat(MAIN)
        .filteredOn(resideInAnyPackage(library.roomPackages()))
        .anyMatch(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> used.test(dependency.getTargetClass())));
  }

  @Test
  void theQueryPathDoesNotLogOrBlock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Room.DNS.packageName(),
            Room.WIRE.packageName(),
            Room.TREE.packageName(),
            Room.ZONE.packageName(),
            Room.CATALOG.packageName(),
            Room.QUERY.packageName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..",
            "org.jboss.logging..",
            "org.slf4j..",
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.util.concurrent.locks..")
        .check(MAIN.that(DescribedPredicate.not(isException())));
  }

  private static DescribedPredicate<JavaClass> isException() {
    return DescribedPredicate.describe("exceptions", type -> type.isAssignableTo(Throwable.class));
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.zonewright.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    for (Room room : Room.values()) {
      assertThat(
              MAIN.getPackage(room.packageName())
                  .isAnnotatedWith("org.jspecify.annotations.NullMarked"))
          .as(room.packageName() + " has a package-info.java with @NullMarked")
          .isTrue();
    }
  }

  @Test
  void namesSayWhatTheyAre() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Utils")
        .andShould()
        .haveSimpleNameNotEndingWith("Util")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Manager")
        .andShould()
        .haveSimpleNameNotEndingWith("Constants")
        .check(MAIN);
  }
}
