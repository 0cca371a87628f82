package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import java.util.List;
import java.util.Map;

/** A template with one variable that WhatsApp has approved, and messages of it. */
record ApprovedTemplate(String name) {

    /** Writes it, submits it and waits until messages of it are accepted. */
    static ApprovedTemplate make(Account account, SimulatedWorld world, JsonNode channel, String name) {
        var webhook = channel.path("webhook");
        world.callBack(webhook.path("url").asText(), webhook.path("verifyToken").asText());
        var draft = Map.of(
                "name",
                name,
                "language",
                "en_US",
                "category",
                "UTILITY",
                "body",
                Map.of("text", "Hello {{1}}, your order is on its way.", "example", List.of("Ana")));
        var template = account.post("/api/v1/templates", draft).expect(201).body();
        var path = "/api/v1/templates/" + template.path("id").asText();
        account.post(path + "/submit", Map.of("channelId", channel.path("id").asText()))
                .expect(200);
        await().until(() -> account.get(path).path("status").asText().equals("APPROVED"));
        return new ApprovedTemplate(name);
    }

    Map<String, Object> message(String to, String customer, String key) {
        var body = Map.of("type", "body", "parameters", List.of(Map.of("type", "text", "text", customer)));
        return Map.of(
                "to",
                to,
                "type",
                "template",
                "idempotencyKey",
                key,
                "template",
                Map.of("name", name, "language", Map.of("code", "en_US"), "components", List.of(body)));
    }
}
