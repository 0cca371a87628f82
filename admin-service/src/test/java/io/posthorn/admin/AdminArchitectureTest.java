package io.posthorn.admin;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.posthorn.testkit.HouseRules;

@AnalyzeClasses(packages = "io.posthorn.admin", importOptions = ImportOption.DoNotIncludeTests.class)
class AdminArchitectureTest {
    @ArchTest
    static final ArchRule keepsToItself = HouseRules.keepsToItself("admin");

    @ArchTest
    static final ArchRule resourcesKnowOnlyTheirService = HouseRules.resourcesKnowOnlyTheirService();

    @ArchTest
    static final ArchRule servicesKnowNoHttpAndNoJson = HouseRules.servicesKnowNoHttpAndNoJson();

    @ArchTest
    static final ArchRule repositoriesAndStoresStandAlone = HouseRules.repositoriesAndStoresStandAlone();

    @ArchTest
    static final ArchRule noPoolOutsideStores = HouseRules.noPoolOutsideStores();

    @ArchTest
    static final ArchRule noBareSessions = HouseRules.noBareSessions();

    @ArchTest
    static final ArchRule constructorInjection = HouseRules.constructorInjection();

    @ArchTest
    static final ArchRule pipelinesAreReturned = HouseRules.pipelinesAreReturned();

    @ArchTest
    static final ArchRule featuresFormATree = HouseRules.featuresFormATree("admin");
}
