package io.posthorn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends one approved template to a list of people, some at a time, and keeps what the API said about each. */
final class Mailing {
    private static final int CHUNK = 50;

    private final Account account;
    private final List<Recipient> recipients;
    private final JsonNode template;
    private final String mediaId;
    private final Map<String, Recipient> accepted = new HashMap<>();
    private final List<BroadcastReport.Refusal> refusals = new ArrayList<>();
    private int repeated;

    Mailing(Account account, List<Recipient> recipients, JsonNode template, String mediaId) {
        this.account = account;
        this.recipients = recipients;
        this.template = template;
        this.mediaId = mediaId;
    }

    /** Sends to the first one: that the template is approved is known everywhere only a moment after Meta said so. */
    boolean isPossible() {
        var first = bulk(recipients.subList(0, 1)).path(0);
        return !first.path("error").path("code").asText().equals("template_not_approved");
    }

    void send() {
        for (int from = 0; from < recipients.size(); from += CHUNK) {
            var chunk = recipients.subList(from, Math.min(from + CHUNK, recipients.size()));
            var results = bulk(chunk);
            for (int index = 0; index < chunk.size(); index++) {
                keep(chunk.get(index), results.get(index));
            }
        }
    }

    /** The first requests once more, as a client does that never saw the answer; tells for how many rows. */
    int sendAgain() {
        var chunk = recipients.subList(0, Math.min(CHUNK, recipients.size()));
        var results = bulk(chunk);
        for (int index = 0; index < chunk.size(); index++) {
            var id = results.get(index).path("id").asText();
            if (isAccepted(results.get(index)) && !accepted.containsKey(id)) {
                throw new DemoFailure(
                        "%s would get it twice".formatted(chunk.get(index).name()));
            }
        }
        return chunk.size();
    }

    /** The recipients of the accepted messages, by the messages' ids. */
    Map<String, Recipient> accepted() {
        return accepted;
    }

    List<BroadcastReport.Refusal> refusals() {
        return refusals;
    }

    int repeated() {
        return repeated;
    }

    private void keep(Recipient recipient, JsonNode result) {
        if (!isAccepted(result)) {
            refusals.add(new BroadcastReport.Refusal(
                    recipient.row(),
                    recipient.name(),
                    recipient.phone(),
                    result.path("error").path("code").asText(),
                    result.path("error").path("message").asText()));
        } else if (accepted.putIfAbsent(result.path("id").asText(), recipient) != null) {
            repeated++;
        }
    }

    private JsonNode bulk(List<Recipient> chunk) {
        var messages = chunk.stream().map(this::message).toList();
        return account.post("/api/v1/messages/bulk", Map.of("messages", messages))
                .expect(200)
                .body()
                .path("results");
    }

    private Map<String, Object> message(Recipient recipient) {
        return Map.of(
                "to", recipient.phone(),
                "type", "template",
                "idempotencyKey", recipient.key(),
                "template", filled(recipient));
    }

    private Map<String, Object> filled(Recipient recipient) {
        var picture = Map.of("type", "image", "image", Map.of("mediaId", mediaId));
        var texts = List.of(text(recipient.name()), text(recipient.order()), text(recipient.pickup()));
        return Map.of(
                "name", template.path("name").asText(),
                "language", Map.of("code", template.path("language").asText()),
                "components",
                        List.of(
                                Map.of("type", "header", "parameters", List.of(picture)),
                                Map.of("type", "body", "parameters", texts)));
    }

    private static Map<String, String> text(String value) {
        return Map.of("type", "text", "text", value);
    }

    private static boolean isAccepted(JsonNode result) {
        return result.path("status").asText().equals("accepted");
    }
}
