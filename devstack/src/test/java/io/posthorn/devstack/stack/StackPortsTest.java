package io.posthorn.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.PortOwner;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {
    @Test
    void areTheDocumentedOnesUnlessTheEnvironmentMovesThem() {
        var ports = StackPorts.fromEnvironment(Map.of("POSTHORN_GATEWAY_PORT", "9999"));

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(9999);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(15432);
        assertThat(ports.url(Part.SIMULATOR)).isEqualTo("http://localhost:8090");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> StackPorts.fromEnvironment(Map.of("POSTHORN_KAFKA_PORT", "ninety")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("POSTHORN_KAFKA_PORT is 'ninety'");
        assertThatThrownBy(() -> StackPorts.fromEnvironment(Map.of("POSTHORN_KAFKA_PORT", "70000")))
                .isInstanceOf(StartFailure.class);
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> StackPorts.fromEnvironment(Map.of("POSTHORN_AUTH_PORT", "8080")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("POSTHORN_AUTH_PORT")
                .hasMessageContaining("POSTHORN_GATEWAY_PORT");
    }

    @Test
    void takenPortIsNamedWithItsOwnerAndTheVariableThatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var ports = StackPorts.fromEnvironment(Map.of("POSTHORN_POSTGRES_PORT", "" + taken.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.requireFree(List.of(Part.POSTGRES), ports))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for postgres is taken")
                    .hasMessageContaining(PortOwner.describe(taken.getLocalPort()))
                    .hasMessageContaining("POSTHORN_POSTGRES_PORT");
            assertThat(PortOwner.describe(taken.getLocalPort()))
                    .contains("by process " + ProcessHandle.current().pid());
        }
    }
}
