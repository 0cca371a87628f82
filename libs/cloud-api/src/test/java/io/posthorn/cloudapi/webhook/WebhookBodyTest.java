package io.posthorn.cloudapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.cloudapi.error.ErrorClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBodyTest {
    @Test
    void readsAnInboundText() {
        var body = parse(change("""
                "contacts":[{"profile":{"name":"Ana","username":"@ana"},"wa_id":"15550002000","user_id":"US.9"}],
                "messages":[{"from":"15550002000","from_user_id":"US.9","id":"wamid.IN1","timestamp":"1790000000",
                  "type":"text","text":{"body":"hi"},"context":{"from":"1","id":"wamid.OUT1"},"novelty":[1]}]"""));

        var change = body.changes().findFirst().orElseThrow();
        var message = (InboundMessage) change.items().getFirst();

        assertThat(body.entries().getFirst().wabaId()).contains("300000000000001");
        assertThat(change.phoneNumberId()).contains("400000000000001");
        assertThat(message.id()).isEqualTo("wamid.IN1");
        assertThat(message.timestamp()).contains(Instant.ofEpochSecond(1790000000));
        assertThat(message.text()).contains("hi");
        assertThat(message.contextMessageId()).contains("wamid.OUT1");
        assertThat(message.raw().path("novelty").path(0).asInt()).isEqualTo(1);
        assertThat(change.senderOf(message).orElseThrow().name()).contains("Ana");
    }

    @Test
    void readsACustomerWhoHidesTheirNumber() {
        var body = parse(change("""
                "contacts":[{"profile":{"name":"Bo"},"user_id":"US.8"}],
                "messages":[{"from_user_id":"US.8","id":"wamid.IN2","timestamp":1790000000,"type":"sculpture"}]"""));

        var change = body.changes().findFirst().orElseThrow();
        var message = (InboundMessage) change.items().getFirst();

        assertThat(message.from()).isEmpty();
        assertThat(message.fromUserId()).contains("US.8");
        assertThat(message.type()).isEqualTo("sculpture");
        assertThat(message.timestamp()).isPresent();
        assertThat(change.senderOf(message)).isPresent();
    }

    @Test
    void readsStatusesWithTheirErrors() {
        var body = parse(change("""
                "statuses":[{"id":"wamid.OUT2","status":"failed","timestamp":"1790000003","recipient_id":"15550002000",
                  "recipient_participant_id":"15550002001","biz_opaque_callback_data":"attempt-2",
                  "errors":[{"code":131047,"title":"Re-engagement message","error_data":{"details":"24 hours"}}]}]"""));

        var status = (StatusUpdate) items(body).getFirst();

        assertThat(status.status()).isEqualTo("failed");
        assertThat(status.recipientId()).contains("15550002000");
        assertThat(status.participant()).contains("15550002001");
        assertThat(status.callbackData()).contains("attempt-2");
        assertThat(status.errors().getFirst().code()).isEqualTo(131047);
        assertThat(status.errors().getFirst().details()).contains("24 hours");
        assertThat(status.errors().getFirst().errorClass()).isEqualTo(ErrorClass.NEVER);
    }

    @Test
    void keepsTheGoodPiecesBesideBrokenOnes() {
        var body = parse("""
                {"object":"whatsapp_business_account","entry":[7,{"changes":"none"},{"id":"1","changes":[
                  null,{"field":"messages"},{"field":"messages","value":{
                    "contacts":"x","messages":[null,5,{"type":"text"},{"id":"wamid.A","text":"flat"}],
                    "statuses":[{"id":"wamid.B"},{"id":"wamid.C","status":"read","timestamp":"soon","errors":{}}]}}]}]}""");

        var items = items(body);

        assertThat(items).filteredOn(InboundMessage.class::isInstance).hasSize(1);
        assertThat(items).filteredOn(StatusUpdate.class::isInstance).hasSize(1);
        assertThat(items).filteredOn(MalformedItem.class::isInstance).hasSize(6);
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() {
        var body = parse("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","time":1790000000,"changes":[
                  {"field":"message_template_status_update","value":{"event":"APPROVED","message_template_id":600000000000001}},
                  {"field":"messages","value":{"errors":[{"code":131000}]}}]}]}""");

        var items = items(body);

        assertThat(body.entries().getFirst().time()).contains(Instant.ofEpochSecond(1790000000));
        assertThat(items).hasExactlyElementsOfTypes(OtherChange.class, ChangeErrors.class);
        assertThat(items.getFirst().raw().path("message_template_id").asLong()).isEqualTo(600000000000001L);
    }

    @Test
    void readsMessagesAndStatusesOfOneChange() {
        var body = parse(change("""
                "messages":[{"id":"wamid.A"}],"statuses":[{"id":"wamid.B","status":"sent"}]"""));

        assertThat(items(body)).hasExactlyElementsOfTypes(InboundMessage.class, StatusUpdate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "\"text\"", "{\"entry\":[}"})
    void refusesWhatIsNoWebhookWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOf(MalformedWebhookException.class)
                .hasNoCause();
    }

    @Test
    void showsNoCustomerInLogs() {
        var body = parse(change("""
                "contacts":[{"wa_id":"15550002000"}],
                "messages":[{"from":"15550002000","id":"wamid.A","text":{"body":"private"}}],
                "statuses":[{"id":"wamid.B","status":"sent","recipient_id":"15550002000"}]"""));

        assertThat(body.toString() + items(body)).doesNotContain("15550002000").doesNotContain("private");
    }

    private static List<WebhookItem> items(WebhookBody body) {
        return body.changes().flatMap(change -> change.items().stream()).toList();
    }

    private static WebhookBody parse(String body) {
        return WebhookBody.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String change(String value) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"300000000000001","changes":[{"field":"messages",
                "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001000",
                "phone_number_id":"400000000000001"},%s}}]}]}""".formatted(value);
    }
}
