package io.posthorn.endtoend.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The event stream as clients have it: through the gateway. */
@ExtendWith(RunningStack.class)
class EventStreamJourneyIT {
    private static final String RECEIVED = "posthorn.message.received";
    private static final int MESSAGES = 60;
    private static final int EVENTS_UNTIL_A_CUT = 25;

    @Test
    @Timeout(300)
    void tellsEverythingOnceAndInOrderOverCutsAndNothingOfOthers(Stack stack) throws Exception {
        var gateway = stack.url(Part.GATEWAY);
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(gateway, "Listener");
        account.connect(world, "Listener");
        var other = Tenant.create(stack, "Somebody else");
        var first = EventClient.open(gateway, account, null);
        var cursor = first.next().orElseThrow().id();
        first.close();

        IntStream.range(0, MESSAGES)
                .parallel()
                .forEach(number -> world.write("14155553" + (100 + number), "C", "Hello"));
        other.account()
                .send(other.ids().get("conversations"), "Not for the listener", "elsewhere")
                .expect(202);
        var heard = new ArrayList<EventClient.Event>();
        while (received(heard).size() < MESSAGES) {
            try (var client = EventClient.open(gateway, account, cursor)) {
                for (int count = 0;
                        count < EVENTS_UNTIL_A_CUT && received(heard).size() < MESSAGES;
                        count++) {
                    var event = client.next().orElseThrow();
                    cursor = event.id();
                    if (event.name() != null) {
                        heard.add(event);
                    }
                }
            }
        }

        assertThat(heard).extracting(EventClient.Event::id).doesNotHaveDuplicates();
        assertThat(received(heard)).hasSize(MESSAGES).doesNotHaveDuplicates();
        assertThat(heard).extracting(EventClient.Event::data).noneMatch(data -> other.ids().values().stream()
                .anyMatch(id -> data.contains(id.toString())));
    }

    @Test
    @Timeout(300)
    void endsWithTheSession(Stack stack) throws Exception {
        var account = Account.register(stack.url(Part.GATEWAY), "Leaves");
        try (var client = EventClient.open(stack.url(Part.GATEWAY), account, null)) {
            client.next().orElseThrow();
            var end = CompletableFuture.supplyAsync(() -> {
                while (client.next().isPresent()) {
                    // until nothing follows any more
                }
                return System.nanoTime();
            });
            long asked = System.nanoTime();

            account.post("/api/v1/auth/logout-everywhere", Map.of());

            var took = Duration.ofNanos(end.get() - asked);
            System.out.printf("the stream ended %d ms after its session was asked to%n", took.toMillis());
        }
    }

    private static List<String> received(List<EventClient.Event> events) {
        return events.stream()
                .filter(event -> RECEIVED.equals(event.name()))
                .map(event -> message(event.data()))
                .toList();
    }

    private static String message(String data) {
        try {
            return JsonHttp.MAPPER.readTree(data).path("messageId").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(data, broken);
        }
    }
}
