package io.posthorn.cloudapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusUpdateTest {
    @Test
    void readsThePriceAndTheConversationOfOlderWebhooks() {
        var status = status("""
                "conversation":{"id":"c1","expiration_timestamp":"1790000000","origin":{"type":"utility"}},
                "pricing":{"billable":false,"pricing_model":"PMP","type":"free_customer_service",
                           "category":"authentication-international"}""");

        assertThat(status.conversation())
                .contains(new StatusUpdate.Conversation(
                        "c1", Optional.of(Instant.ofEpochSecond(1790000000)), Optional.of("utility")));
        assertThat(status.pricing().orElseThrow().category()).isEqualTo("authentication_international");
        assertThat(status.pricing().orElseThrow().isBillable()).isFalse();
    }

    @Test
    void doesWithoutTheConversationOfNewerWebhooks() {
        assertThat(status("\"x\":1").conversation()).isEmpty();
        assertThat(status("\"x\":1").pricing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"regular, true", "free_entry_point, false"})
    void derivesWhetherItIsChargedWhereMetaDoesNotSayIt(String type, boolean billable) {
        var pricing = status("\"pricing\":{\"type\":\"%s\",\"category\":\"marketing\"}".formatted(type))
                .pricing();

        assertThat(pricing.orElseThrow().isBillable()).isEqualTo(billable);
    }

    @Test
    void knowsStatusesOfGroups() {
        var status =
                status("\"recipient_type\":\"group\",\"recipient_id\":\"g1\",\"recipient_participant_id\":\"1555\"");

        assertThat(status.isOfGroup()).isTrue();
        assertThat(status.recipientId()).contains("g1");
        assertThat(status.participant()).contains("1555");
    }

    private static StatusUpdate status(String fields) {
        var body = """
                {"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.A","status":"sent",%s}]}}]}]}""".formatted(fields);
        return (StatusUpdate) WebhookBody.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .findFirst()
                .orElseThrow()
                .items()
                .getFirst();
    }
}
