package io.posthorn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A registered user who works through the gateway, and nothing but the gateway. */
public final class Account {
    private static final int LARGEST_PAGE = 100;

    private final JsonHttp gateway;
    private final UUID workspaceId;
    private final String accessToken;

    private Account(JsonHttp gateway, UUID workspaceId, String accessToken) {
        this.gateway = gateway;
        this.workspaceId = workspaceId;
        this.accessToken = accessToken;
    }

    /** Registers a new user, who becomes the owner of a new workspace. */
    public static Account register(String gatewayUrl, String workspaceName) {
        var email = "owner-%s@example.com".formatted(UUID.randomUUID());
        return register(gatewayUrl, workspaceName, email, UUID.randomUUID().toString());
    }

    public static Account register(String gatewayUrl, String workspaceName, String email, String password) {
        var gateway = new JsonHttp(gatewayUrl);
        var body = Map.of(
                "email",
                email,
                "password",
                password,
                "fullName",
                "Owner of " + workspaceName,
                "workspaceName",
                workspaceName);
        var registered = gateway.send("POST", "/api/v1/auth/register", Map.of(), body)
                .expect(201)
                .body();
        return new Account(
                gateway,
                UUID.fromString(registered.path("workspace").path("id").asText()),
                registered.path("accessToken").asText());
    }

    public static Account logIn(String gatewayUrl, String email, String password) {
        var gateway = new JsonHttp(gatewayUrl);
        var entered = gateway.send("POST", "/api/v1/auth/login", Map.of(), Map.of("email", email, "password", password))
                .expect(200)
                .body();
        return new Account(
                gateway,
                UUID.fromString(entered.path("workspace").path("id").asText()),
                entered.path("accessToken").asText());
    }

    /** The same workspace with another credential: an API key, another token, or none when null. */
    public Account withCredential(String credential) {
        return new Account(gateway, workspaceId, credential);
    }

    public String accessToken() {
        return accessToken;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    /** Connects the number of a simulated world; answers with the channel. */
    public JsonNode connect(SimulatedWorld world, String name) {
        return post("/api/v1/channels", channel(world, name)).expect(201).body();
    }

    /** What connects a world's number. */
    public static Map<String, String> channel(SimulatedWorld world, String name) {
        return Map.of(
                "name", name,
                "phoneNumberId", world.phoneNumberId(),
                "wabaId", world.wabaId(),
                "accessToken", world.accessToken(),
                "appSecret", world.appSecret());
    }

    /** Sends a text into a conversation. With the same key it is sent once, however often this is called. */
    public Answer send(UUID conversationId, String text, String key) {
        var body = Map.of("conversationId", conversationId, "type", "text", "text", Map.of("body", text));
        return call("POST", "/api/v1/messages", Map.of("Idempotency-Key", key), body);
    }

    /** Uploads a file as a browser's form does. */
    public JsonNode upload(Path file, String mimeType) {
        var form = new MultipartForm(file, mimeType);
        return call("POST", "/api/v1/media", Map.of("Content-Type", form.contentType()), form.body())
                .expect(201)
                .body();
    }

    public JsonNode get(String path) {
        return call("GET", path, Map.of(), null).expect(200).body();
    }

    public Answer post(String path, Object body) {
        return call("POST", path, Map.of(), body);
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = Optional.<String>empty();
        do {
            var separator = path.contains("?") ? "&" : "?";
            var page = get(path + separator + "limit=" + LARGEST_PAGE
                    + cursor.map(text -> "&cursor=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                            .orElse(""));
            page.path("data").forEach(items::add);
            cursor = page.path("hasMore").asBoolean()
                    ? Optional.of(page.path("nextCursor").asText())
                    : Optional.empty();
        } while (cursor.isPresent());
        return items;
    }

    public Answer call(String method, String path, Map<String, String> headers, Object body) {
        var all = new HashMap<>(headers);
        if (accessToken != null) {
            all.put("Authorization", "Bearer " + accessToken);
        }
        return gateway.send(method, path, all, body);
    }
}
