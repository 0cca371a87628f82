package io.posthorn.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.StartFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsideStoresTest {
    @Test
    void nothingIsOutsideByDefault() {
        var outside = OutsideStores.fromEnvironment(Map.of("POSTHORN_REDIS_URL", ""));

        assertThat(outside).isEqualTo(OutsideStores.none());
    }

    @Test
    void databaseComesWithItsAdministrator() {
        var outside = OutsideStores.fromEnvironment(Map.of(
                "POSTHORN_DATABASE_URL", "postgres://db.example:5432/suite",
                "POSTHORN_DATABASE_ADMIN_USER", "root",
                "POSTHORN_DATABASE_ADMIN_PASSWORD", "hidden"));

        assertThat(outside.has(Part.POSTGRES)).isTrue();
        assertThat(outside.has(Part.KAFKA)).isFalse();
        assertThat(outside.database().orElseThrow().url()).isEqualTo("postgresql://db.example:5432/suite");
        assertThat(outside.toString()).doesNotContain("hidden");
    }

    @Test
    void databaseWithoutAdministratorIsRefused() {
        assertThatThrownBy(() -> OutsideStores.fromEnvironment(
                        Map.of("POSTHORN_DATABASE_URL", "postgresql://db.example:5432/suite")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("POSTHORN_DATABASE_ADMIN_USER");
    }

    @Test
    void credentialsInTheAddressAreRefusedAndNotRepeated() {
        assertThatThrownBy(() -> OutsideStores.fromEnvironment(
                        Map.of("POSTHORN_DATABASE_URL", "postgresql://me:hidden@db.example/suite")))
                .isInstanceOf(StartFailure.class)
                .hasMessageNotContaining("hidden");
    }
}
