package io.posthorn.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.posthorn.simulator.world.WorldClock;
import java.time.Instant;

/** Features form a tree above worlds. Rules that match nothing fail. */
@AnalyzeClasses(packages = "io.posthorn.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormATree = slices().matching("io.posthorn.simulator.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule worldsKnowNoFeature = noClasses()
            .that()
            .resideInAnyPackage("..simulator.world..", "..simulator.control..", "..simulator.outbound..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..simulator.graph..",
                    "..simulator.message..",
                    "..simulator.customer..",
                    "..simulator.account..",
                    "..simulator.webhook..",
                    "..simulator.fault..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule judgesPosthornWithoutItsCode = noClasses()
            .that()
            .resideInAPackage("io.posthorn.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.posthorn.cloudapi..", "io.posthorn.contracts..", "io.posthorn.kit..", "io.posthorn.messaging..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule onlyTheWorldsClockReadsTheComputers = noClasses()
            .that()
            .resideInAPackage("io.posthorn.simulator..")
            .and()
            .doNotBelongToAnyOf(WorldClock.class)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .allowEmptyShould(false);
}
