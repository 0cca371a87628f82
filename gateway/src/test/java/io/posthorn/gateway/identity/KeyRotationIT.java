package io.posthorn.gateway.identity;

import static io.posthorn.gateway.stub.TestToken.aToken;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.MovableClock;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestKeys;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class KeyRotationIT {
    @Inject
    MovableClock clock;

    @BeforeEach
    void startServices() {
        TestKeys.publish(TestKeys.FIRST);
        StubUpstream.startAll();
        await().untilAsserted(() -> assertThat(askWith(aToken()).status()).isEqualTo(200));
    }

    @AfterEach
    void setTheClockBack() {
        clock.setBack();
    }

    @Test
    void learnsANewKeyWhenATokenNamesIt() {
        var second = TestKeys.make("second");
        TestKeys.publish(TestKeys.FIRST, second);

        await().untilAsserted(() ->
                assertThat(askWith(aToken().signedWith(second)).status()).isEqualTo(200));
        assertThat(askWith(aToken()).status()).isEqualTo(200);
    }

    @Test
    void doesNotLetInventedKeyIdsDriveItToAuthService() {
        clock.stop();
        long before = StubUpstream.named("auth").asked(StubUpstream.KEYS);

        for (int i = 0; i < 50; i++) {
            askWith(aToken().keyId("invented-" + i));
        }

        assertThat(StubUpstream.named("auth").asked(StubUpstream.KEYS)).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void keepsTheDoorOpenWhileAuthServiceIsAway() {
        StubUpstream.named("auth").behave(request -> request.connection().close());

        assertThat(askWith(aToken()).status()).isEqualTo(200);
    }

    @Test
    void saysThatItCannotTellWhenAuthServiceIsAwayAndTheKeyUnknown() {
        StubUpstream.named("auth").behave(request -> request.connection().close());

        await().untilAsserted(() -> {
            var answer = askWith(aToken().signedWith(TestKeys.make("third")));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().getString("code")).isEqualTo("unavailable");
            assertThat(answer.json().getBoolean("retryable")).isTrue();
            assertThat(answer.header("Retry-After")).isNotNull();
        });
    }

    private static Answer askWith(TestToken token) {
        return Client.send(Client.to("/api/v1/media")
                .header("Authorization", "Bearer " + token.make())
                .GET());
    }
}
