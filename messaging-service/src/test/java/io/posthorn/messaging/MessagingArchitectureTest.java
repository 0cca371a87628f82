package io.posthorn.messaging;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.posthorn.testkit.HouseRules;

@AnalyzeClasses(packages = "io.posthorn.messaging", importOptions = DoNotIncludeTests.class)
class MessagingArchitectureTest {
    @ArchTest
    static final ArchRule KEEPS_TO_ITSELF = HouseRules.keepsToItself("messaging");

    @ArchTest
    static final ArchRule RESOURCES = HouseRules.resourcesKnowOnlyTheirService();

    @ArchTest
    static final ArchRule SERVICES = HouseRules.servicesKnowNoHttpAndNoJson();

    @ArchTest
    static final ArchRule ENTITIES = HouseRules.entitiesKnowOnlyTheirRules();

    @ArchTest
    static final ArchRule STORES = HouseRules.repositoriesAndStoresStandAlone();

    @ArchTest
    static final ArchRule POOLS = HouseRules.noPoolOutsideStores();

    @ArchTest
    static final ArchRule SESSIONS = HouseRules.noBareSessions();

    @ArchTest
    static final ArchRule INJECTION = HouseRules.constructorInjection();

    @ArchTest
    static final ArchRule PIPELINES = HouseRules.pipelinesAreReturned();

    @ArchTest
    static final ArchRule FEATURES = HouseRules.featuresFormATree("messaging");
}
