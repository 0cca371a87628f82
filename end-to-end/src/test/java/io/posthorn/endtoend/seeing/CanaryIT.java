package io.posthorn.endtoend.seeing;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.Answer;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.journey.Collector;
import io.posthorn.endtoend.journey.RunningStack;
import io.posthorn.endtoend.journey.Tenant;
import io.posthorn.endtoend.seeing.DocumentedRequests.Request;
import io.posthorn.endtoend.seeing.Topics.Published;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A secret and a phone number like no others are said wherever something can be said: refused by every endpoint of every document,
 * and accepted where they are what they should be. Afterwards nobody who looks at the installation may find them.
 */
@ExtendWith(RunningStack.class)
class CanaryIT {
    /** What events are for: the fields that may hold what people wrote, by type. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "posthorn.auth.user-registered", Set.of("workspaceName"),
            "posthorn.auth.api-key-created", Set.of("name"),
            "posthorn.auth.workspace-created", Set.of("name"),
            "posthorn.auth.workspace-renamed", Set.of("name"),
            "posthorn.channel.connected", Set.of("name"),
            "posthorn.template.drafted", Set.of("name"),
            "posthorn.template.submitted", Set.of("name"));

    private final String secret = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final String number = "4915" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);

    @Test
    void showsNobodyWhatPeopleSaid(Stack stack, Collector collector) {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var owner = Account.register(
                stack.url(Part.GATEWAY), secret, "owner-%s@example.com".formatted(UUID.randomUUID()), secret);
        var said = new HashSet<>(Set.of(secret, number, world.accessToken(), world.appSecret(), owner.accessToken()));

        var asked = refused(stack);
        said.addAll(accepted(stack, world, owner));
        await().untilAsserted(() -> assertThat(collector.reports()).contains("JournalReader"));

        assertThat(asked).hasSizeGreaterThan(100);
        var found = new ArrayList<String>();
        var logs = Logs.of(stack);
        logs.files("").stream()
                .filter(file -> !file.getFileName().toString().startsWith(Part.SIMULATOR.label()))
                .forEach(file -> Logs.read(file)
                        .lines()
                        .filter(line -> holds(line, said))
                        .forEach(line -> found.add(file.getFileName() + ": " + line)));
        Measurements.of(stack).pages().forEach((part, page) -> page.lines()
                .filter(line -> holds(line, said))
                .forEach(line -> found.add("metrics of " + part.label() + ": " + line)));
        if (holds(collector.spans(), said)) {
            found.add("spans");
        }
        if (holds(collector.reports(), said)) {
            found.add("error reports");
        }
        new Topics(stack.stores().kafka()).everything().forEach(event -> look(event, said, found));
        assertThat(found).isEmpty();
    }

    /** With the canaries as every parameter, property and credential. */
    private List<Request> refused(Stack stack) {
        var tenant = Tenant.create(stack, "Somebody");
        var somebody = tenant.account();
        var words = Map.of("to", "+" + number, "phone", number, "q", number, "phoneNumberId", number);
        UnaryOperator<String> said = name -> words.getOrDefault(name, secret);
        var requests = Stream.of(Map.<String, UUID>of(), tenant.ids())
                .flatMap(ids -> DocumentedRequests.of(stack, said, ids).stream())
                .sorted(Comparator.comparing(CanaryIT::ends))
                .toList();
        assertThat(requests).allSatisfy(request -> assertThat(
                        ask(stack, caller(request, somebody), request).status())
                .as(request.toString())
                .isLessThan(500));
        somebody.withCredential("ph_live_" + secret).call("GET", "/api/v1/messages/search?q=" + secret, Map.of(), null);
        new JsonHttp(stack.url(Part.GATEWAY))
                .send(
                        "POST",
                        "/webhooks/whatsapp/" + secret,
                        Map.of("X-Hub-Signature-256", secret),
                        Map.of("x", secret));
        return requests;
    }

    /** What removes things comes after what changes them, and what may end the session comes last. */
    private static int ends(Request request) {
        if (request.path().startsWith("/api/v1/auth/")) {
            return 2;
        }
        return request.method().equals("DELETE") ? 1 : 0;
    }

    private static Answer ask(Stack stack, Account caller, Request request) {
        return request.isInternal()
                ? new JsonHttp(stack.url(request.service()))
                        .send(request.method(), request.path(), request.headers(), request.body())
                : caller.call(request.method(), request.path(), request.headers(), request.body());
    }

    private Account caller(Request request, Account somebody) {
        return request.endless() ? somebody.withCredential(null) : somebody;
    }

    /** Stored, published, sent to Meta and told by Meta. Answers with the secrets that were made on the way. */
    private Set<String> accepted(Stack stack, SimulatedWorld world, Account owner) {
        spoil(world, owner.connect(world, secret).at("/webhook/url").asText());
        world.write(number, secret, secret);
        var conversation = await().until(() -> owner.all("/api/v1/conversations"), found -> found.size() == 1)
                .getFirst();
        owner.send(
                        UUID.fromString(conversation.path("id").asText()),
                        secret,
                        UUID.randomUUID().toString())
                .expect(202);
        owner.post("/api/v1/messages/classic", Map.of("to", number + "@c.us", "message", secret))
                .expect(202);
        owner.post(
                        "/api/v1/templates",
                        Map.of("name", secret, "language", "en_US", "category", "UTILITY", "body", secret))
                .expect(201);
        owner.call("GET", "/api/v1/messages/search?q=" + secret, Map.of(), null).expect(200);
        var key = owner.post("/api/v1/api-keys", Map.of("name", secret, "scopes", List.of("messages:write")))
                .expect(201)
                .body()
                .path("key")
                .asText();
        owner.withCredential(key)
                .post(
                        "/api/v1/messages",
                        Map.of(
                                "conversationId",
                                conversation.path("id").asText(),
                                "type",
                                "text",
                                "text",
                                Map.of("body", secret)))
                .expect(202);
        new JsonHttp(stack.url(Part.GATEWAY))
                .send("POST", "/api/v1/auth/login", Map.of(), Map.of("email", number, "password", secret));
        await().until(() -> world.captures().size() == 3);
        await().untilAsserted(() -> assertThat(owner.all("/api/v1/conversations/%s/messages"
                        .formatted(conversation.path("id").asText())))
                .filteredOn(message -> message.path("direction").asText().equals("outbound"))
                .hasSize(3)
                .allMatch(message -> message.path("status").asText().equals("read")));
        return Set.of(key);
    }

    /** What Meta signed and nobody can read is an error that a person must look at. */
    private void spoil(SimulatedWorld world, String webhook) {
        var body = "%s of %s".formatted(secret, number).getBytes(StandardCharsets.UTF_8);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(world.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            new JsonHttp(webhook)
                    .send("POST", "", Map.of("X-Hub-Signature-256", signature, "Content-Type", "text/plain"), body)
                    .expect(200);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void look(Published event, Set<String> said, List<String> found) {
        event.headers().forEach((name, value) -> {
            if (holds(value, said)) {
                found.add("%s: header %s".formatted(event.type(), name));
            }
        });
        if (holds(String.valueOf(event.key()), said)) {
            found.add(event.type() + ": key");
        }
        look(event.type(), "", event.payload(), said, found);
    }

    private static void look(String type, String field, JsonNode value, Set<String> said, List<String> found) {
        if (value.isContainerNode()) {
            value.properties().forEach(property -> look(type, property.getKey(), property.getValue(), said, found));
            if (value.isArray()) {
                value.forEach(item -> look(type, field, item, said, found));
            }
        } else if (holds(value.asText(), said)
                && !FIELDS.getOrDefault(type, Set.of()).contains(field)) {
            found.add("%s: field %s".formatted(type, field));
        }
    }

    private static boolean holds(String text, Set<String> said) {
        return said.stream().anyMatch(text::contains);
    }
}
