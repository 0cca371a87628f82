package io.posthorn.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.posthorn.messaging.sample.Trespasser;
import org.junit.jupiter.api.Test;

/** The rules find what they forbid, and do not pass where they match nothing. */
class HouseRulesTest {
    private final JavaClasses trespasser = new ClassFileImporter().importClasses(Trespasser.class);

    @Test
    void findAnotherServicesClass() {
        assertThatThrownBy(() -> HouseRules.keepsToItself("messaging").check(trespasser))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.posthorn.auth.sample.Session");
    }

    @Test
    void findAPoolOutsideAStore() {
        assertThatThrownBy(() -> HouseRules.noPoolOutsideStores().check(trespasser))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Pool");
    }

    @Test
    void failWhereTheyMatchNothing() {
        assertThatThrownBy(() -> HouseRules.entitiesKnowOnlyTheirRules().check(trespasser))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }
}
