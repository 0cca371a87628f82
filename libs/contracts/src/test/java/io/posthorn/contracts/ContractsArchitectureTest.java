package io.posthorn.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.posthorn.contracts", importOptions = DoNotIncludeTests.class)
class ContractsArchitectureTest {
    @ArchTest
    static final ArchRule PLAIN_JAVA =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.posthorn.contracts..");

    @ArchTest
    static final ArchRule EVENTS_ARE_RECORDS =
            classes().that().implement(PosthornEvent.class).should().beRecords();
}
