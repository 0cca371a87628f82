package io.posthorn.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.StreamSupport;

/** An isolated set of app, account and number in the simulator, and what a test does there. */
public record World(
        String simulator,
        String id,
        String appId,
        String appSecret,
        String wabaId,
        String phoneNumberId,
        String displayPhoneNumber,
        String accessToken) {

    /** In the simulator that {@link PosthornSimulator} started. */
    public static World create() {
        return create(PosthornSimulator.url(), "{}");
    }

    /** In any simulator, with settings such as {@code {"statuses":{"readReceipts":false}}}. */
    public static World create(String simulator, String settings) {
        var world = Http.post(simulator + "/_sim/worlds", settings).expect(201).json();
        return new World(
                simulator,
                text(world, "id"),
                text(world, "appId"),
                text(world, "appSecret"),
                text(world, "wabaId"),
                text(world, "phoneNumberId"),
                text(world, "displayPhoneNumber"),
                text(world, "accessToken"));
    }

    public void change(String settings) {
        Http.patch(simulator + "/_sim/worlds/" + id, settings).expect(200);
    }

    /** A customer writes; answers the wamid. */
    public String write(String waId, String name, String text) {
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("phoneNumberId", phoneNumberId)
                .put("type", "text")
                .put("text", text)
                .put("name", name);
        return Http.post(simulator + "/_sim/customers/%s/messages".formatted(waId), message.toString())
                .expect(201)
                .json()
                .get("wamid")
                .asText();
    }

    /** Plans a fault of this world's number: {@code "kind":"timeout-after","count":1} and the like. */
    public void fault(String fields) {
        Http.post(simulator + "/_sim/faults", "{\"phoneNumberId\":\"%s\",%s}".formatted(phoneNumberId, fields))
                .expect(201);
    }

    /** Posts an odd body with a right signature to where webhooks go; answers the status that came back. */
    public int post(String raw) {
        return post(raw, null);
    }

    /** With this signature header; empty sends none. */
    public int post(String raw, String signature) {
        var odd = JsonNodeFactory.instance.objectNode().put("raw", raw);
        if (signature != null) {
            odd.put("signature", signature);
        }
        return Http.post(simulator + "/_sim/worlds/%s/webhooks".formatted(id), odd.toString())
                .expect(200)
                .json()
                .path("status")
                .asInt();
    }

    /** What this world's number was asked to send, as Meta would know it. */
    public List<JsonNode> captured() {
        var sends = Http.get(simulator + "/_sim/messages?limit=10000&phoneNumberId=" + phoneNumberId)
                .expect(200)
                .json();
        return StreamSupport.stream(sends.spliterator(), false).toList();
    }

    /** The body of {@code POST /api/v1/channels} for this number. */
    public String channelRequest(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phoneNumberId", phoneNumberId)
                .put("wabaId", wabaId)
                .put("accessToken", accessToken)
                .put("appSecret", appSecret)
                .toString();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
