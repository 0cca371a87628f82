package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A workspace that has one of everything. {@code ids} are by collection: channels, contacts, messages and so on. */
public record Tenant(Account account, Map<String, UUID> ids, String simulator) {
    static final String CUSTOMER = "14155552671";

    public static Tenant create(Stack stack, String name) {
        var world = SimulatedWorld.create(stack.url(Part.SIMULATOR));
        var account = Account.register(stack.url(Part.GATEWAY), name);
        var ids = new HashMap<String, UUID>();
        ids.put("channels", id(account.connect(world, name)));
        world.write(CUSTOMER, "Customer of " + name, "Hello " + name);
        var conversation = conversation(account);
        ids.put("conversations", id(conversation));
        ids.put("contacts", id(conversation.path("contact")));
        ids.put(
                "messages",
                id(account.send(id(conversation), "Hello from " + name, "hello")
                        .expect(202)
                        .body()));
        ids.put(
                "templates",
                id(account.post("/api/v1/templates", template()).expect(201).body()));
        ids.put(
                "sessions",
                id(account.post("/api/v1/templates/builder/sessions", Map.of())
                        .expect(201)
                        .body()));
        ids.put(
                "media",
                id(account.call("POST", "/api/v1/media", Map.of("Content-Type", "image/png"), picture())
                        .expect(201)
                        .body()));
        ids.put(
                "api-keys",
                id(account.post("/api/v1/api-keys", Map.of("name", name, "scopes", List.of("messages:read")))
                        .expect(201)
                        .body()));
        ids.put(
                "invitations",
                id(account.post("/api/v1/invitations", Map.of("email", invited(), "role", "agent"))
                        .expect(201)
                        .body()));
        ids.put("workspaces", account.workspaceId());
        ids.put("members", id(account.get("/api/v1/auth/me").path("user")));
        ids.put(
                "auth-sessions",
                id(account.get("/api/v1/auth/sessions").path("data").path(0)));
        ids.put(
                "applications",
                id(account.post("/api/v1/applications", application())
                        .expect(201)
                        .body()));
        ids.put("auth-applications", ids.get("applications"));
        return new Tenant(account, ids, stack.url(Part.SIMULATOR));
    }

    private static String invited() {
        return "invited-%s@example.com".formatted(UUID.randomUUID());
    }

    private static JsonNode conversation(Account account) {
        return await().until(() -> account.all("/api/v1/conversations"), found -> found.size() == 1)
                .getFirst();
    }

    private static Map<String, String> template() {
        return Map.of(
                "name", "order_update",
                "language", "en_US",
                "category", "UTILITY",
                "body", "Hello {{1}}, your order is on its way.");
    }

    static Map<String, Object> application() {
        return Map.of(
                "name",
                "Application " + UUID.randomUUID(),
                "grantTypes",
                List.of("client_credentials"),
                "scopes",
                List.of("messages:read"));
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static UUID id(JsonNode resource) {
        return UUID.fromString(resource.path("id").asText());
    }
}
