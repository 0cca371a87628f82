package io.posthorn.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.benchmarks.ingest.WebhookMix.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookMixTest {
    private static final int EVENTS = 60_000;

    private final List<Webhook> webhooks = new WebhookMix("4", "3", "secret", "test", 7).make(EVENTS);

    @Test
    void carriesExactlySoManyDifferentEvents() {
        var seen = new HashSet<String>();

        webhooks.forEach(webhook -> {
            var value = value(webhook);
            value.path("messages")
                    .forEach(message -> seen.add(message.path("id").asText()));
            value.path("statuses")
                    .forEach(status -> seen.add(
                            status.path("id").asText() + status.path("status").asText()));
        });

        assertThat(seen).hasSize(EVENTS);
        assertThat(webhooks.stream().mapToInt(Webhook::events).sum()).isEqualTo(EVENTS);
    }

    @Test
    void hasTheSizesThatItPromises() {
        assertThat(share(1, 1)).isBetween(0.65, 0.75);
        assertThat(share(2, 20)).isBetween(0.20, 0.30);
        assertThat(share(21, 1000)).isBetween(0.03, 0.07);
    }

    @Test
    void isTheSameForTheSameSeed() {
        var again = new WebhookMix("4", "3", "secret", "test", 7).make(EVENTS);

        assertThat(again.stream().map(Webhook::events))
                .containsExactlyElementsOf(
                        webhooks.stream().map(Webhook::events).toList());
    }

    @Test
    void signsItsBodies() {
        var one = webhooks.getFirst();

        assertThat(one.signature()).matches("sha256=[0-9a-f]{64}");
        assertThat(webhooks.stream()
                        .map(webhook -> Arrays.hashCode(webhook.body()))
                        .distinct())
                .hasSameSizeAs(
                        webhooks.stream().map(Webhook::signature).distinct().toList());
    }

    private double share(int from, int to) {
        return (double) webhooks.stream()
                        .filter(webhook -> webhook.events() >= from && webhook.events() <= to)
                        .count()
                / webhooks.size();
    }

    private static JsonNode value(Webhook webhook) {
        try {
            return new ObjectMapper().readTree(webhook.body()).at("/entry/0/changes/0/value");
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
