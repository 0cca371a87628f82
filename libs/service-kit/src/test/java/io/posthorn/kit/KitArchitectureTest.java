package io.posthorn.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.posthorn.testkit.HouseRules;

@AnalyzeClasses(packages = "io.posthorn.kit", importOptions = DoNotIncludeTests.class)
class KitArchitectureTest {
    @ArchTest
    static final ArchRule KEEPS_TO_ITSELF = HouseRules.keepsToItself("kit");

    @ArchTest
    static final ArchRule INJECTION = HouseRules.constructorInjection();

    /** Business events are carried, never named. */
    @ArchTest
    static final ArchRule KNOWS_NO_BUSINESS_WORD = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.posthorn.contracts.message..",
                    "io.posthorn.contracts.conversation..",
                    "io.posthorn.contracts.contact..",
                    "io.posthorn.contracts.channel..",
                    "io.posthorn.contracts.template..",
                    "io.posthorn.contracts.media..",
                    "io.posthorn.contracts.auth..");

    /** The one place where transactions begin. */
    @ArchTest
    static final ArchRule POOLS = noClasses()
            .that()
            .resideOutsideOfPackage("io.posthorn.kit.tenant")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool");
}
