package io.posthorn.endtoend.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.journey.Operations.Operation;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two workspaces on one installation: to each, the other does not exist. */
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class IsolationIT {
    private Tenant owner;
    private Tenant stranger;
    private Operations operations;

    @BeforeAll
    void twoWorkspacesWithOneOfEverything(Stack stack) {
        owner = Tenant.create(stack, "Owner");
        stranger = Tenant.create(stack, "Stranger");
        operations = Operations.documentedBy(stack);
    }

    @Test
    void answersNotFoundToForeignIdsEverywhere() {
        assertThat(operations.takingId()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(operation -> {
            var foreign = askStranger(operation, owner.ids().get(operation.collection()));

            assertThat(foreign.status()).isEqualTo(404);
            assertThat(code(foreign)).isEqualTo(code(askStranger(operation, UUID.randomUUID())));
        });
    }

    /** Or the test above would also pass for ids that nobody has. */
    @Test
    void answersTheOwnerForTheSameIds() {
        assertThat(operations.takingId()).filteredOn(Operation::reads).allSatisfy(operation -> assertThat(
                        owner.account()
                                .call("GET", operation.pathFor(owner.ids().get(operation.collection())), Map.of(), null)
                                .status())
                .isEqualTo(200));
    }

    @Test
    void neverListsWhatIsForeign() {
        var foreign = owner.ids().values().stream().map(UUID::toString).toList();

        assertThat(operations.readingWithoutId()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(operation -> {
            var page = stranger.account()
                    .call("GET", operation.path(), Map.of(), null)
                    .expect(200)
                    .body()
                    .toString();

            assertThat(page)
                    .doesNotContain(foreign)
                    .doesNotContain(owner.account().workspaceId().toString());
        });
    }

    @Test
    void sendsNothingIntoForeignConversationsOrThroughForeignChannels() {
        var text = Map.of("body", "Intruder");
        var intoConversation = Map.of("conversationId", owner.ids().get("conversations"), "type", "text", "text", text);
        var throughChannel =
                Map.of("to", "+14155552671", "channelId", owner.ids().get("channels"), "type", "text", "text", text);
        var throughNoChannel =
                Map.of("to", "+14155552671", "channelId", UUID.randomUUID(), "type", "text", "text", text);

        var first = stranger.account().post("/api/v1/messages", intoConversation);
        var second = stranger.account().post("/api/v1/messages", throughChannel);

        assertThat(first.status()).isEqualTo(404);
        assertThat(code(second)).isEqualTo(code(stranger.account().post("/api/v1/messages", throughNoChannel)));
        assertThat(owner.account()
                        .all("/api/v1/conversations/%s/messages"
                                .formatted(owner.ids().get("conversations"))))
                .hasSize(2);
    }

    @Test
    void leavesTheOwnersThingsAsTheyWere() {
        operations.takingId().stream()
                .filter(operation -> !operation.reads())
                .forEach(operation -> askStranger(operation, owner.ids().get(operation.collection())));

        var channel = owner.account().get("/api/v1/channels/" + owner.ids().get("channels"));
        var conversation =
                owner.account().get("/api/v1/conversations/" + owner.ids().get("conversations"));

        assertThat(channel.path("status").asText()).isEqualTo("active");
        assertThat(conversation.path("unreadCount").asInt()).isEqualTo(1);
    }

    private Answer askStranger(Operation operation, UUID id) {
        assertThat(id).as("an id for " + operation).isNotNull();
        return stranger.account()
                .call(operation.method(), operation.pathFor(id), Map.of(), operation.reads() ? null : body(operation));
    }

    /** Well-formed, so that only the id is left to be refused. */
    private Map<String, Object> body(Operation operation) {
        if (operation.path().endsWith("/submit")) {
            return Map.of("channelId", stranger.ids().get("channels"));
        }
        if (operation.path().endsWith("/duplicate")) {
            return Map.of("language", "es");
        }
        if (operation.path().startsWith("/api/v1/templates/builder/")) {
            return Map.of("text", "marketing");
        }
        if (operation.method().equals("PATCH") && operation.path().startsWith("/api/v1/workspaces/")) {
            return Map.of("name", "Intruder");
        }
        if (operation.method().equals("PATCH") && operation.path().startsWith("/api/v1/members/")) {
            return Map.of("role", "viewer");
        }
        return operation.path().endsWith("/connect") ? Map.of("accessToken", "another-token") : Map.of();
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.body().path("code").asText();
    }
}
