package io.posthorn.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * Where code lives and what it may touch, the same for every service. ArchUnit fails a rule that matched nothing, so a
 * module lists the rules that speak of something it has.
 */
public final class HouseRules {
    private static final Set<String> SHARED = Set.of("kit", "contracts", "cloudapi", "telemetry");

    private HouseRules() {}

    /** A service depends on itself and the shared libraries, never on another service. */
    public static ArchRule keepsToItself(String module) {
        return classes()
                .that()
                .resideInAPackage("io.posthorn." + module + "..")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are %s's own, of a shared library or not Posthorn's".formatted(module),
                        used -> isOwnOrShared(used, module)));
    }

    public static ArchRule resourcesKnowOnlyTheirService() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*(Repository|Store|EntityManager|SqlConnection)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.posthorn.kit.outbox..");
    }

    public static ArchRule servicesKnowNoHttpAndNoJson() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "com.fasterxml.jackson..", "io.vertx.core.http..");
    }

    public static ArchRule entitiesKnowOnlyTheirRules() {
        return noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.enterprise..", "jakarta.inject..", "jakarta.ws.rs..", "com.fasterxml.jackson..");
    }

    public static ArchRule repositoriesAndStoresStandAlone() {
        return noClasses()
                .that()
                .haveNameMatching(".*(Repository|Store)")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "open transactions", used -> used.getSimpleName().endsWith("Transaction")));
    }

    /** Connections come from the tenant or worker transaction; a pool beside them would see no tenant. */
    public static ArchRule noPoolOutsideStores() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.(mutiny\\.)?(sqlclient|pgclient)\\.(Pool|PgPool|PgBuilder)");
    }

    public static ArchRule noBareSessions() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "io\\.quarkus\\.hibernate\\.reactive\\.panache\\.common\\.(WithSession|WithTransaction).*");
    }

    public static ArchRule constructorInjection() {
        return noFields().should().beAnnotatedWith("jakarta.inject.Inject");
    }

    /** Nothing is fire-and-forget and nothing blocks: pipelines are returned to whoever owns them. */
    public static ArchRule pipelinesAreReturned() {
        return noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo("io.smallrye.mutiny.Uni")))
                        .and(target(name("await").or(name("subscribe")))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo("io.smallrye.mutiny.Multi"))).and(target(name("subscribe"))));
    }

    /** Features form a tree: a cycle between packages means that two of them are one, or that an event is missing. */
    public static ArchRule featuresFormATree(String module) {
        return slices().matching("io.posthorn." + module + ".(*)..").should().beFreeOfCycles();
    }

    private static boolean isOwnOrShared(JavaClass used, String module) {
        var name = used.getPackageName();
        if (!name.startsWith("io.posthorn.")) {
            return true;
        }
        var room = name.split("\\.")[2];
        return room.equals(module) || SHARED.contains(room);
    }
}
