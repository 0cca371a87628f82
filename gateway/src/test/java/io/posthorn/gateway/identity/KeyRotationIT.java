package io.posthorn.gateway.identity;

import static io.posthorn.gateway.stub.TestToken.aToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.posthorn.gateway.stub.Client;
import io.posthorn.gateway.stub.Client.Answer;
import io.posthorn.gateway.stub.GatewayWorld;
import io.posthorn.gateway.stub.StubUpstream;
import io.posthorn.gateway.stub.TestKeys;
import io.posthorn.gateway.stub.TestToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayWorld.class)
class KeyRotationIT {
    @BeforeEach
    void startServices() {
        TestKeys.publish(TestKeys.FIRST);
        StubUpstream.startAll();
        await().untilAsserted(() -> assertThat(askWith(aToken()).status()).isEqualTo(200));
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
        for (int i = 0; i < 50; i++) {
            askWith(aToken().keyId("invented-" + i));
        }

        assertThat(StubUpstream.named("auth").asked(StubUpstream.KEYS)).isLessThanOrEqualTo(10);
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

    @Test
    void isNotHeldUpByAnAuthServiceThatHangs() {
        StubUpstream.named("auth").behave(request -> {});

        var began = System.nanoTime();
        askWith(aToken().signedWith(TestKeys.make("fourth")));
        assertThat(askWith(aToken()).status()).isEqualTo(200);

        assertThat(System.nanoTime() - began).isLessThan(3_000_000_000L);
    }

    private static Answer askWith(TestToken token) {
        return Client.send(Client.to("/api/v1/media")
                .header("Authorization", "Bearer " + token.make())
                .GET());
    }
}
