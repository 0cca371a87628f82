package io.posthorn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An isolated world of the simulator: one business number, its customers, and what really arrived at them. */
public final class SimulatedWorld {
    private final JsonHttp simulator;
    private final JsonNode world;

    private SimulatedWorld(JsonHttp simulator, JsonNode world) {
        this.simulator = simulator;
        this.world = world;
    }

    public static SimulatedWorld create(String simulatorUrl) {
        var simulator = new JsonHttp(simulatorUrl);
        return new SimulatedWorld(
                simulator,
                simulator
                        .send("POST", "/_sim/worlds", Map.of(), Map.of())
                        .expect(201)
                        .body());
    }

    public String id() {
        return world.path("id").asText();
    }

    public String phoneNumberId() {
        return world.path("phoneNumberId").asText();
    }

    public String displayPhoneNumber() {
        return world.path("displayPhoneNumber").asText();
    }

    public String wabaId() {
        return world.path("wabaId").asText();
    }

    public String accessToken() {
        return world.path("accessToken").asText();
    }

    public String appSecret() {
        return world.path("appSecret").asText();
    }

    /** A customer writes to the business. */
    public void write(String waId, String name, String text) {
        var body = Map.of("phoneNumberId", phoneNumberId(), "type", "text", "name", name, "text", Map.of("body", text));
        simulator
                .send("POST", "/_sim/customers/" + waId + "/messages", Map.of(), body)
                .expect(201);
    }

    /** What people enter in Meta's dashboard: where the app's own webhooks go, those about templates among them. */
    public void callBack(String url, String verifyToken) {
        simulator
                .send("PATCH", "/_sim/worlds/" + id(), Map.of(), Map.of("webhookUrl", url, "verifyToken", verifyToken))
                .expect(200);
    }

    /** A customer presses a quick-reply button of a message that arrived. */
    public void press(Capture message, String button, String payload) {
        var body = Map.of(
                "phoneNumberId", phoneNumberId(),
                "type", "button",
                "button", Map.of("text", button, "payload", payload),
                "context", Map.of("id", message.wamid()));
        simulator
                .send("POST", "/_sim/customers/" + message.to() + "/messages", Map.of(), body)
                .expect(201);
    }

    /** Everything that was accepted from the business. */
    public List<Capture> captures() {
        var captures = new ArrayList<Capture>();
        simulator
                .send("GET", "/_sim/messages?limit=100000&world=" + id(), Map.of(), null)
                .expect(200)
                .body()
                .forEach(sent -> captures.add(new Capture(
                        sent.path("wamid").asText(),
                        sent.path("type").asText(),
                        sent.path("to").asText(),
                        sent.path("body").asText(),
                        sent.path("callbackData").asText(),
                        sent.path("status").asText())));
        return captures;
    }

    /** Plans a fault in this world, for example {@code kind: delay}. */
    public void fault(Map<String, Object> plan) {
        var here = new HashMap<>(plan);
        here.put("world", id());
        simulator.send("POST", "/_sim/faults", Map.of(), here).expect(201);
    }

    public void clearFaults() {
        simulator.send("DELETE", "/_sim/faults?world=" + id(), Map.of(), null).expect(204);
    }

    /** One message that arrived: the customer's WhatsApp id, the text, and what the business attached for itself. */
    public record Capture(String wamid, String type, String to, String body, String callbackData, String status) {}
}
