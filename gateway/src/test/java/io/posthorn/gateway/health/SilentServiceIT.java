package io.posthorn.gateway.health;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.Impatient;
import io.posthorn.gateway.stub.StubUpstream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Impatient.class)
class SilentServiceIT {
    @BeforeEach
    void startServices() {
        StubUpstream.startAll();
    }

    @Test
    void isNamedAndDoesNotHoldUpTheOthers() {
        StubUpstream.named("media").behave(request -> {});
        StubUpstream.named("admin")
                .behave(request ->
                        request.response().putHeader("Content-Length", "2").write("{"));

        await().untilAsserted(() -> {
            var services = Client.get("/health").json().getJsonObject("services");
            assertThat(services.getJsonObject("media").getString("reason")).isEqualTo("no answer in time");
            assertThat(services.getJsonObject("admin").getString("status")).isEqualTo("down");
            assertThat(services.getJsonObject("auth").getString("status")).isEqualTo("up");
        });
    }
}
