package io.posthorn.auth.token;

import static io.posthorn.auth.AuthApi.change;
import static io.posthorn.auth.AuthApi.part;
import static io.posthorn.auth.AuthApi.stored;
import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.AuthApi;
import io.posthorn.auth.AuthApi.SignedIn;
import io.posthorn.testkit.PosthornStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "auth"))
class KeyRotationIT {
    @Inject
    SigningKeys keys;

    @Test
    void anOldKeyGetsASuccessorAndNobodyNoticesTheChange() throws InterruptedException {
        var ada = AuthApi.signedUp();
        var old = keys.signing().id();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var over = new AtomicBoolean();
        var load = Thread.ofVirtual().start(() -> useTokens(ada, statuses, over));

        change("update signing_key set created_at = now() - interval '91 days' where key_id = '%s'", old);
        await().until(() -> live().size() == 2);
        var next = live().stream().filter(id -> !id.equals(old)).findFirst().orElseThrow();
        assertThat(keys.signing().id()).isEqualTo(old);
        change("update signing_key set created_at = now() - interval '1 hour' where key_id = '%s'", next);
        await().until(() -> signedWith(ada).equals(next));
        await().until(() -> stored("select retired_at is not null from signing_key where key_id = '%s'", old)
                .equals("t"));
        over.set(true);
        load.join();

        assertThat(statuses).isNotEmpty().containsOnly(200);
        AuthApi.me(ada.accessToken()).then().statusCode(200);
        assertThat(keys.find(old)).isPresent();
    }

    private List<String> live() {
        return keys.published().stream()
                .filter(SigningKey::signs)
                .map(SigningKey::id)
                .toList();
    }

    private static void useTokens(SignedIn person, Queue<Integer> statuses, AtomicBoolean over) {
        while (!over.get()) {
            var fresh =
                    AuthApi.login(person.email(), AuthApi.PASSWORD).jsonPath().getString("accessToken");
            statuses.add(AuthApi.me(fresh).statusCode());
            statuses.add(AuthApi.me(person.accessToken()).statusCode());
        }
    }

    private static String signedWith(SignedIn person) {
        var token = AuthApi.login(person.email(), AuthApi.PASSWORD).jsonPath().getString("accessToken");
        return part(token, 0).getString("kid");
    }
}
