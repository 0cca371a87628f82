package io.posthorn.gateway.identity;

import static io.posthorn.gateway.stub.TestToken.aToken;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.Impatient;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestKeys;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
@TestProfile(Impatient.class)
class SilentAuthServiceIT {
    @BeforeEach
    void startServices() {
        TestKeys.publish(TestKeys.FIRST);
        StubUpstream.startAll();
        await().untilAsserted(() -> assertThat(statusFor(aToken())).isEqualTo(200));
    }

    @Test
    void holdsUpNobody() {
        StubUpstream.named("auth").behave(request -> {});

        await().untilAsserted(() -> assertThat(statusFor(aToken().signedWith(TestKeys.make("fourth"))))
                .isEqualTo(503));
        assertThat(statusFor(aToken())).isEqualTo(200);
    }

    private static int statusFor(TestToken token) {
        return Client.send(Client.to("/api/v1/media")
                        .header("Authorization", "Bearer " + token.make())
                        .GET())
                .status();
    }
}
