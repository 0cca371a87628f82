package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.stack.Stack;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of another workspace do not exist, not even when their ids at Meta are remembered from a moment ago. */
@ExtendWith(RunningStack.class)
class FileIsolationIT {
    @Test
    void nobodySendsAForeignFileThatWasJustSent(Stack stack) {
        var owner = Tenant.create(stack, "Owner of a file");
        var stranger = Tenant.create(stack, "Stranger to a file");
        var file = owner.ids().get("media");
        var sent = send(owner, file).expect(202).body().path("id").asText();
        await().until(() -> owner.account()
                .get("/api/v1/messages/" + sent)
                .path("status")
                .asText()
                .equals("read"));

        var foreign = send(stranger, file);
        var unknown = send(stranger, UUID.randomUUID());

        assertThat(foreign.status()).isBetween(400, 499);
        assertThat(foreign.status()).isEqualTo(unknown.status());
        assertThat(foreign.body().path("code")).isEqualTo(unknown.body().path("code"));
        assertThat(stranger.account()
                        .all("/api/v1/conversations/%s/messages"
                                .formatted(stranger.ids().get("conversations"))))
                .hasSize(2);
    }

    private static Answer send(Tenant tenant, UUID file) {
        return tenant.account()
                .post(
                        "/api/v1/messages",
                        Map.of(
                                "conversationId", tenant.ids().get("conversations"),
                                "type", "image",
                                "image", Map.of("mediaId", file)));
    }
}
