package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.client.SimulatedWorld.Capture;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.journey.Answering.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promise: an accepted message is never lost and never sent twice, and its status is never a lie. */
@Tag("long")
@ExtendWith(RunningStack.class)
class KilledMessagingIT {
    private static final int CUSTOMERS = 120;
    private static final int REPLIES_EACH = 4;
    private static final int REPLIES_PER_SECOND = 30;

    @Test
    void losesNothingAndRepeatsNothingHoweverOftenItIsKilled(Stack stack) {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), "Killed");
        account.connect(world, "Killed");
        var queue = new SendQueue(stack, account.workspaceId());
        var replies = replies(openConversations(world, account));
        try (var answering = new Answering(account, replies)) {
            slow(world, 400);
            answering.begin(REPLIES_PER_SECOND);
            int inFlight = killAfter(25, world, answering, queue, stack);
            withoutAnswers(world, 10);
            inFlight += killAfter(60, world, answering, queue, stack);
            world.clearFaults();
            inFlight += killAfter(10, world, answering, queue, stack);
            slow(world, 700);
            inFlight += killAfter(40, world, answering, queue, stack);
            world.clearFaults();
            await().until(() -> answering.isDone() && queue.isEmpty() && isEverythingTold(world, account));

            assertThat(answering.repeated())
                    .as("requests that the kills cut off")
                    .isPositive();
            assertThat(inFlight).as("calls in flight at the kills").isPositive();
            assertThat(world.captures()).extracting(Capture::body).doesNotHaveDuplicates();
            assertThat(world.captures()).extracting(Capture::callbackData).doesNotHaveDuplicates();
            assertTruth(replies, answering.accepted(), outbound(account, replies), world.captures(), inFlight);
            assertThatDashboardAgrees(account, world.captures().size(), replies.size());
        }
    }

    /** Calls wait this long before Meta takes them. */
    private static void slow(SimulatedWorld world, int millis) {
        world.clearFaults();
        world.fault(Map.of("kind", "delay", "probability", 1, "delayMillis", millis));
    }

    /** Meta takes so many and never says so: only a status webhook can tell. */
    private static void withoutAnswers(SimulatedWorld world, int calls) {
        world.clearFaults();
        world.fault(Map.of("kind", "timeout-after", "count", calls));
    }

    /** Kills when so many more answers have arrived, and starts it again; tells how many calls had no result then. */
    private static int killAfter(int more, SimulatedWorld world, Answering answering, SendQueue queue, Stack stack) {
        int before = world.captures().size();
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> answering.isDone() || world.captures().size() >= before + more);
        stack.kill(Part.MESSAGING);
        int calling = queue.callsWithoutResult();
        stack.restart(Part.MESSAGING);
        return calling;
    }

    private static List<UUID> openConversations(SimulatedWorld world, Account account) {
        IntStream.range(0, CUSTOMERS)
                .parallel()
                .forEach(number -> world.write("1415555" + (1000 + number), "Customer " + number, "Hello?"));
        await().until(() -> account.all("/api/v1/conversations").size() == CUSTOMERS);
        return account.all("/api/v1/conversations").stream()
                .map(conversation -> UUID.fromString(conversation.path("id").asText()))
                .toList();
    }

    private static List<Reply> replies(List<UUID> conversations) {
        return IntStream.range(0, REPLIES_EACH)
                .boxed()
                .flatMap(round -> IntStream.range(0, conversations.size())
                        .mapToObj(at -> new Reply(conversations.get(at), "Reply %d to %d".formatted(round, at))))
                .toList();
    }

    /** Nothing waits any more, and what arrived at a customer is read. */
    private static boolean isEverythingTold(SimulatedWorld world, Account account) {
        var byStatus = account.get("/api/v1/dashboard/stats").path("messages").path("byStatus");
        return byStatus.path("queued").asInt() + byStatus.path("sending").asInt() == 0
                && byStatus.path("read").asInt() >= world.captures().size();
    }

    /** The messages that we wrote, by their ids. */
    private static Map<UUID, JsonNode> outbound(Account account, List<Reply> replies) {
        var found = new HashMap<UUID, JsonNode>();
        replies.stream()
                .map(Reply::conversationId)
                .distinct()
                .forEach(conversation ->
                        account.all("/api/v1/conversations/%s/messages".formatted(conversation)).stream()
                                .filter(message ->
                                        message.path("direction").asText().equalsIgnoreCase("outbound"))
                                .forEach(message -> found.put(
                                        UUID.fromString(message.path("id").asText()), message)));
        return found;
    }

    private static void assertTruth(
            List<Reply> replies,
            Map<Reply, UUID> accepted,
            Map<UUID, JsonNode> messages,
            List<Capture> captures,
            int inFlight) {
        assertThat(accepted).hasSize(replies.size());
        assertThat(messages.keySet())
                .as("one message for each reply")
                .containsExactlyInAnyOrderElementsOf(accepted.values());
        var arrived = captures.stream().map(Capture::body).collect(Collectors.toSet());
        assertThat(replies).allSatisfy(reply -> {
            var message = messages.get(accepted.get(reply));
            assertThat(message.path("content").path("body").asText()).isEqualTo(reply.text());
            assertThat(message.path("status").asText()).isEqualTo(arrived.contains(reply.text()) ? "read" : "unknown");
            assertThat(message.path("statusReason").isNull()).isEqualTo(arrived.contains(reply.text()));
        });
        assertThat(replies.size() - arrived.size()).as("unknown ones").isLessThanOrEqualTo(inFlight);
    }

    /** The events survived as well. */
    private static void assertThatDashboardAgrees(Account account, long read, long all) {
        var messages = account.get("/api/v1/dashboard/stats").path("messages");
        assertThat(messages.path("received").asLong()).isEqualTo(CUSTOMERS);
        assertThat(messages.path("accepted").asLong()).isEqualTo(all);
        assertThat(messages.path("byStatus").path("read").asLong()).isEqualTo(read);
        assertThat(messages.path("byStatus").path("unknown").asLong()).isEqualTo(all - read);
    }
}
