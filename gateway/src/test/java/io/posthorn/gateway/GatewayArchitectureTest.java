package io.posthorn.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.posthorn.testkit.HouseRules;

/** The gateway knows no business word and keeps nothing. Rules that match nothing fail (ArchUnit's default). */
@AnalyzeClasses(packages = "io.posthorn.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTest {
    @ArchTest
    static final ArchRule knowsOfPosthornOnlyTheErrorCodesAndHowToBeSeen = classes()
            .that()
            .resideInAPackage("io.posthorn.gateway..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are the gateway's own, the error codes, telemetry or not Posthorn's",
                    used -> !used.getPackageName().startsWith("io.posthorn.")
                            || used.getPackageName().startsWith("io.posthorn.gateway")
                            || used.getPackageName().startsWith("io.posthorn.telemetry.")
                            || used.getName().equals("io.posthorn.contracts.ErrorCode")))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule keepsNothing = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "io.vertx.sqlclient..", "org.hibernate..", "org.apache.kafka..")
            .allowEmptyShould(false);

    /** The event loop serves everybody: whoever blocks it blocks all. */
    @ArchTest
    static final ArchRule neverBlocks = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.CountDownLatch")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule onlyTheDoorForwards = noClasses()
            .that()
            .resideOutsideOfPackage("io.posthorn.gateway.proxy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.httpproxy..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule featuresFormATree = HouseRules.featuresFormATree("gateway");

    @ArchTest
    static final ArchRule constructorInjection = HouseRules.constructorInjection();

    @ArchTest
    static final ArchRule keepsToItself = HouseRules.keepsToItself("gateway");
}
