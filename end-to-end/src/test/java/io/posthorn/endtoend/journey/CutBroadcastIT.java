package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.client.SimulatedWorld.Capture;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client repeats a broadcast, with the same keys, until it has seen an answer. */
@ExtendWith(RunningStack.class)
class CutBroadcastIT {
    private static final int RECIPIENTS = 200;
    private static final int CUTS = 12;

    @Test
    void reachesEveryRecipientOnceWhereverItWasCut(Stack stack) throws JsonProcessingException {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), "Cut");
        var channel = account.connect(world, "Cut");
        var template = ApprovedTemplate.make(account, world, channel, "cut_broadcast");
        var broadcast = Map.of(
                "messages",
                IntStream.range(0, RECIPIENTS)
                        .mapToObj(at ->
                                template.message("+1415555%04d".formatted(2000 + at), "Customer " + at, "cut-" + at))
                        .toList());
        var body = JsonHttp.MAPPER.writeValueAsBytes(broadcast);
        await().until(() -> isAccepted(account, template.message("+14155552000", "Customer 0", "cut-0")));
        var client = new CutConnection(URI.create(stack.url(Part.GATEWAY)), account.accessToken());
        var random = new Random(20261121);

        for (int cut = 0; cut < CUTS; cut++) {
            client.post("/api/v1/messages/bulk", body, random.nextInt(2 * body.length), 1 + random.nextInt(300));
        }
        var results = account.post("/api/v1/messages/bulk", broadcast)
                .expect(200)
                .body()
                .path("results");

        var ids = new HashSet<String>();
        results.forEach(result -> {
            assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("accepted");
            ids.add(result.path("id").asText());
        });
        assertThat(ids).hasSize(RECIPIENTS);
        await().untilAsserted(() -> assertThat(ids).allSatisfy(id -> assertThat(
                        account.get("/api/v1/messages/" + id).path("status").asText())
                .isEqualTo("read")));
        assertThat(world.captures()).hasSize(RECIPIENTS).extracting(Capture::to).doesNotHaveDuplicates();
    }

    /** That the template is approved is known everywhere a moment later; the key makes trying harmless. */
    private static boolean isAccepted(Account account, Map<String, Object> message) {
        return account.post("/api/v1/messages/bulk", Map.of("messages", List.of(message)))
                .expect(200)
                .body()
                .path("results")
                .path(0)
                .path("status")
                .asText()
                .equals("accepted");
    }
}
