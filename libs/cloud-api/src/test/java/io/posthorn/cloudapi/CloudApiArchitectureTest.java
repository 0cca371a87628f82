package io.posthorn.cloudapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.posthorn.cloudapi.observing.MeteredCalls;

/** A library: no framework, and packages that form a tree. Rules that match nothing fail (ArchUnit's default). */
@AnalyzeClasses(packages = "io.posthorn.cloudapi", importOptions = ImportOption.DoNotIncludeTests.class)
class CloudApiArchitectureTest {
    @ArchTest
    static final ArchRule knowsOnlyItsLibraries = classes()
            .that()
            .resideInAPackage("io.posthorn.cloudapi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.posthorn.cloudapi..",
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson..",
                    "io.micrometer.core..",
                    "io.smallrye.mutiny..",
                    "io.vertx.core..",
                    "io.vertx.mutiny..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule onlyTheClientTouchesTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.posthorn.cloudapi.client",
                    "io.posthorn.cloudapi.graph",
                    "io.posthorn.cloudapi.media",
                    "io.posthorn.cloudapi.number",
                    "io.posthorn.cloudapi.account")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.smallrye.mutiny..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule worksWithoutMicrometer = noClasses()
            .that()
            .doNotBelongToAnyOf(MeteredCalls.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(MeteredCalls.class)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule packagesFormATree = slices().matching("io.posthorn.cloudapi.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(false);
}
