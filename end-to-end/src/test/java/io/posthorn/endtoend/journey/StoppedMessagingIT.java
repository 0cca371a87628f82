package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Meta tells nothing twice that was answered with 200, so whatever was is ours to keep, also when we are asked to stop just then. */
@ExtendWith(RunningStack.class)
class StoppedMessagingIT {
    private static final int WEBHOOKS = 200;
    private static final int CUSTOMERS = 20;

    private final JsonHttp meta = new JsonHttp("");

    @Test
    void losesNoAnsweredWebhookWhenItIsStoppedAtOnce(Stack stack) {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), "Stopped");
        var url = account.connect(world, "Stopped").at("/webhook/url").asText();
        var webhooks = IntStream.range(0, WEBHOOKS)
                .mapToObj(number -> webhook(world, number))
                .toList();

        var statuses = webhooks.parallelStream()
                .map(webhook -> deliver(url, world.appSecret(), webhook).status())
                .toList();
        stack.restart(Part.MESSAGING);

        assertThat(statuses).hasSize(WEBHOOKS).containsOnly(200);
        await().until(() -> received(account) >= WEBHOOKS && texts(account).size() >= WEBHOOKS);
        assertThat(texts(account))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, WEBHOOKS)
                        .mapToObj(StoppedMessagingIT::text)
                        .toList());
        assertThat(account.all("/api/v1/conversations")).hasSize(CUSTOMERS);
        assertThat(received(account)).isEqualTo(WEBHOOKS);
    }

    private Answer deliver(String url, String appSecret, byte[] webhook) {
        return meta.send(
                "POST",
                url,
                Map.of("Content-Type", "application/json", "X-Hub-Signature-256", signature(appSecret, webhook)),
                webhook);
    }

    private static byte[] webhook(SimulatedWorld world, int number) {
        var customer = "1415556" + (1000 + number % CUSTOMERS);
        var message = Map.of(
                "from",
                customer,
                "id",
                "wamid.stopped-" + world.id() + "-" + number,
                "timestamp",
                Long.toString(Instant.now().getEpochSecond()),
                "type",
                "text",
                "text",
                Map.of("body", text(number)));
        var value = Map.of(
                "messaging_product", "whatsapp",
                "metadata",
                        Map.of(
                                "display_phone_number", world.displayPhoneNumber(),
                                "phone_number_id", world.phoneNumberId()),
                "contacts", List.of(Map.of("profile", Map.of("name", "Customer"), "wa_id", customer)),
                "messages", List.of(message));
        var body = Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of("id", world.wabaId(), "changes", List.of(Map.of("field", "messages", "value", value)))));
        try {
            return JsonHttp.MAPPER.writeValueAsBytes(body);
        } catch (JacksonException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static String text(int number) {
        return "Told once: " + number;
    }

    private static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the dashboard counts them, which hears of each by an event. */
    private static long received(Account account) {
        return account.get("/api/v1/dashboard/stats").at("/messages/received").asLong();
    }

    private static List<String> texts(Account account) {
        return account.all("/api/v1/conversations").stream()
                .map(conversation -> conversation.path("id").asText())
                .flatMap(id -> account.all("/api/v1/conversations/%s/messages".formatted(id)).stream())
                .map((JsonNode message) -> message.at("/content/body").asText())
                .toList();
    }
}
