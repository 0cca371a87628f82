package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program that was written for Meta's Cloud API has another address and another token, and notices nothing else. */
@ExtendWith(RunningStack.class)
class CompatibleApiIT {
    private static final String CUSTOMER = "14155552671";

    private SimulatedWorld world;
    private Account owner;
    private Account program;
    private String gateway;

    @BeforeEach
    void aNumberAKeyAndACustomer(Stack stack) {
        world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        gateway = stack.url(Part.GATEWAY);
        owner = Account.register(gateway, "Compatible");
        owner.connect(world, "Shop");
        world.write(CUSTOMER, "Ana", "Where is my order?");
        await().until(() -> owner.all("/api/v1/conversations").size() == 1);
        program = owner.withCredential(owner.post(
                        "/api/v1/api-keys",
                        Map.of("name", "shop", "scopes", List.of("messages:read", "messages:write")))
                .expect(201)
                .body()
                .path("key")
                .asText());
    }

    @Test
    void answersACustomerAndTellsTheTeamAboutIt() {
        var question = messages().getFirst().path("wamid").asText();

        var read = post(Map.of("status", "read", "message_id", question, "typing_indicator", Map.of("type", "text")));
        var buttons = post(message(
                "interactive",
                Map.of(
                        "type",
                        "button",
                        "body",
                        Map.of("text", "Which order?"),
                        "action",
                        Map.of(
                                "buttons",
                                List.of(Map.of("type", "reply", "reply", Map.of("id", "17", "title", "A-17")))))));
        var alias = buttons.expect(200).body().at("/messages/0/id").asText();
        var quoting = message("text", Map.of("body", "This one?"));
        quoting.put("context", Map.of("message_id", alias));
        quoting.put("biz_opaque_callback_data", "ticket-4");
        post(quoting).expect(200);

        assertThat(read.expect(200).body().path("success").asBoolean()).isTrue();
        assertThat(alias).startsWith("wamid.PH");
        await().until(() -> world.captures().size() == 2);
        assertThat(world.captures())
                .allMatch(capture -> capture.to().equals(CUSTOMER))
                .noneMatch(capture -> capture.callbackData().equals("ticket-4"));
        await().untilAsserted(() -> assertThat(messages())
                .filteredOn(message -> message.path("direction").asText().equals("outbound"))
                .hasSize(2)
                .allMatch(message -> message.path("status").asText().equals("read"))
                .anyMatch(message ->
                        message.path("callbackData").asText().equals("ticket-4") && message.hasNonNull("replyTo")));
    }

    @Test
    void sendsAFileThatItUploadedBefore() {
        var text = "Your receipt".getBytes(StandardCharsets.UTF_8);

        var file = upload(program, world.phoneNumberId(), text)
                .expect(200)
                .body()
                .path("id")
                .asText();
        var known = program.get("/graph/v25.0/" + file);
        post(message("document", Map.of("id", file, "filename", "receipt.txt"))).expect(200);

        assertThat(known.path("file_size").asInt()).isEqualTo(text.length);
        await().until(() -> world.captures().size() == 1);
        assertThat(world.captures().getFirst().type()).isEqualTo("document");
        var stranger = Account.register(gateway, "Stranger to files");
        assertThat(unknownTo(stranger.call("GET", "/graph/v25.0/" + file, Map.of(), null)))
                .isTrue();
        assertThat(unknownTo(upload(stranger, world.phoneNumberId(), text))).isTrue();
        var url = URI.create(known.path("url").asText()).getPath();
        assertThat(program.call("GET", url, Map.of(), null).status()).isEqualTo(200);
        assertThat(stranger.call("GET", url, Map.of(), null).status()).isEqualTo(400);
        assertThat(program.withCredential(null).call("GET", url, Map.of(), null).status())
                .isEqualTo(401);
    }

    private static boolean unknownTo(Answer answer) {
        return answer.expect(400).body().at("/error/error_subcode").asInt() == 33;
    }

    private static Answer upload(Account account, String number, byte[] text) {
        var form = """
                --edge\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="receipt.txt"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --edge--\r
                """.formatted(new String(text, StandardCharsets.UTF_8));
        return account.call(
                "POST",
                "/graph/v25.0/%s/media".formatted(number),
                Map.of("Content-Type", "multipart/form-data; boundary=edge"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesLikeMeta() {
        var text = message("text", Map.of("body", "Hello"));
        var stranger = message("text", Map.of("body", "Hello"));
        stranger.put("to", "+14155550100");

        assertThat(code(post(stranger).expect(400))).isEqualTo(131047);
        assertThat(code(post(message("poem", Map.of())).expect(400))).isEqualTo(131051);
        assertThat(code(send(owner.withCredential("EAAG-of-Meta"), world.phoneNumberId(), text)
                        .expect(401)))
                .isEqualTo(190);
        var unknown = send(program, "123456789012345", text).expect(400).body();
        assertThat(unknown.at("/error/error_subcode").asInt()).isEqualTo(33);
        assertThat(world.captures()).isEmpty();
    }

    @Test
    void repeatsNothingUnderAKey() {
        var key = UUID.randomUUID().toString();
        var body = message("text", Map.of("body", "once"));
        var path = "/graph/v25.0/%s/messages".formatted(world.phoneNumberId());

        var first =
                program.call("POST", path, Map.of("Idempotency-Key", key), body).expect(200);
        var again =
                program.call("POST", path, Map.of("Idempotency-Key", key), body).expect(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        await().untilAsserted(() -> assertThat(messages())
                .filteredOn(message -> message.path("direction").asText().equals("outbound"))
                .hasSize(1)
                .allMatch(message -> message.path("status").asText().equals("read")));
        assertThat(world.captures()).hasSize(1);
    }

    private Answer post(Map<String, Object> fields) {
        return send(program, world.phoneNumberId(), fields);
    }

    private static Answer send(Account account, String number, Map<String, Object> fields) {
        var body = new HashMap<>(fields);
        body.put("messaging_product", "whatsapp");
        return account.post("/graph/v25.0/%s/messages".formatted(number), body);
    }

    private static Map<String, Object> message(String type, Map<String, Object> content) {
        return new HashMap<>(
                Map.of("messaging_product", "whatsapp", "to", "+" + CUSTOMER, "type", type, type, content));
    }

    private static int code(Answer answer) {
        return answer.body().at("/error/code").asInt();
    }

    private List<JsonNode> messages() {
        var conversation =
                owner.all("/api/v1/conversations").getFirst().path("id").asText();
        return owner.all("/api/v1/conversations/%s/messages".formatted(conversation));
    }
}
