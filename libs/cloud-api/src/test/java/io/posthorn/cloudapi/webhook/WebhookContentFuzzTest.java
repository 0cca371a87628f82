package io.posthorn.cloudapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.event.CoexistenceEvent;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Arbitrary JSON made of Meta's own words, always the same for a seed: reading never fails and loses nothing. */
class WebhookContentFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> FIELDS = List.of(
            "messages",
            "message_template_status_update",
            "message_template_quality_update",
            "message_template_components_update",
            "template_category_update",
            "phone_number_quality_update",
            "phone_number_name_update",
            "business_username_update",
            "security",
            "account_update",
            "account_review_update",
            "account_alerts",
            "business_capability_update",
            "user_preferences",
            "history",
            "smb_app_state_sync",
            "smb_message_echoes",
            "calls",
            "flows",
            "not_yet_invented");
    private static final List<String> WORDS = List.of(
            "id",
            "type",
            "text",
            "body",
            "image",
            "video",
            "audio",
            "voice",
            "document",
            "sticker",
            "location",
            "contacts",
            "interactive",
            "button_reply",
            "list_reply",
            "nfm_reply",
            "response_json",
            "button",
            "reaction",
            "message_id",
            "emoji",
            "order",
            "product_items",
            "product_retailer_id",
            "quantity",
            "item_price",
            "system",
            "identity",
            "unsupported",
            "edit",
            "revoke",
            "original_message_id",
            "message",
            "context",
            "referral",
            "errors",
            "code",
            "error_data",
            "details",
            "statuses",
            "status",
            "timestamp",
            "pricing",
            "category",
            "conversation",
            "expiration_timestamp",
            "origin",
            "messages",
            "value",
            "event",
            "message_template_id",
            "message_template_name",
            "message_template_language",
            "new_category",
            "new_quality_score",
            "user_preferences",
            "history",
            "threads",
            "metadata",
            "state_sync",
            "contact",
            "message_echoes",
            "restriction_info",
            "ban_info",
            "decision",
            "alert_type",
            "latitude",
            "longitude",
            "phones",
            "name",
            "user_changed_number",
            "customer_identity_changed",
            "call_permission_reply",
            "response",
            "max_daily_conversations_per_business",
            "catalog_id",
            "wa_id",
            "user_id",
            "profile",
            "referred_product");

    @RepeatedTest(40)
    void readsEverything(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        for (var round = 0; round < 500; round++) {
            var value = object(random, 5);
            var body = body(FIELDS.get(random.nextInt(FIELDS.size())), value);

            var changes =
                    WebhookBody.parse(JSON.writeValueAsBytes(body)).changes().toList();

            var read =
                    changes.stream().flatMap(change -> change.items().stream()).toList();
            assertThat(read).isNotEmpty();
            assertThat(changes.getFirst().raw().path("value")).isEqualTo(JSON.readTree(value.toString()));
            read.forEach(WebhookContentFuzzTest::lookAtAll);
        }
    }

    @RepeatedTest(10)
    void readsMessagesOfAllKinds(RepetitionInfo repetition) throws IOException {
        var random = new Random(7000 + repetition.getCurrentRepetition());
        for (var round = 0; round < 1000; round++) {
            var type = WORDS.get(random.nextInt(WORDS.size()));
            var message = object(random, 4);
            message.set(type, random.nextInt(5) == 0 ? node(random, 3) : object(random, 4));
            message.put("type", type).put("id", "wamid.A");
            var value = NODES.objectNode();
            value.putArray("messages").add(message);

            var read = WebhookBody.parse(JSON.writeValueAsBytes(body("messages", value)))
                    .changes()
                    .toList()
                    .getFirst()
                    .items();

            assertThat(read.getFirst()).isInstanceOf(InboundMessage.class);
            read.forEach(WebhookContentFuzzTest::lookAtAll);
        }
    }

    private static void lookAtAll(WebhookItem item) {
        assertThat(item.raw()).isNotNull();
        assertThat(item.toString()).isNotBlank();
        switch (item) {
            case InboundMessage message ->
                assertThat(List.of(
                                message.content(),
                                message.context(),
                                message.referral(),
                                message.errors(),
                                message.groupId(),
                                message.fromParentUserId()))
                        .hasSize(6);
            case StatusUpdate status ->
                assertThat(List.of(
                                status.pricing(),
                                status.conversation(),
                                status.isOfGroup(),
                                status.recipientIdentityKeyHash()))
                        .hasSize(4);
            case TemplateStatusUpdate update ->
                assertThat(List.of(update.title(), update.recommendation(), update.disableDate(), update.category()))
                        .hasSize(4);
            case ChangeEvent change -> {
                if (change.event() instanceof CoexistenceEvent.Echoes echoes) {
                    assertThat(echoes.messages())
                            .allSatisfy(echo -> assertThat(echo.content()).isNotNull());
                }
            }
            case ChangeErrors errors -> assertThat(errors.errors()).isNotEmpty();
            case OtherChange other -> assertThat(other.field()).isNotBlank();
            case MalformedItem malformed -> assertThat(malformed.reason()).isNotBlank();
        }
    }

    private static ObjectNode body(String field, JsonNode value) {
        var body = NODES.objectNode().put("object", "whatsapp_business_account");
        var change = body.putArray("entry")
                .addObject()
                .put("id", "3")
                .putArray("changes")
                .addObject();
        change.put("field", field).set("value", value);
        return body;
    }

    private static ObjectNode object(Random random, int depth) {
        var object = NODES.objectNode();
        for (var field = random.nextInt(9); field >= 0; field--) {
            object.set(WORDS.get(random.nextInt(WORDS.size())), node(random, depth - 1));
        }
        return object;
    }

    private static JsonNode node(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e18);
            case 4 -> NODES.textNode(Long.toString(random.nextLong()));
            case 5 -> NODES.textNode("{\"flow_token\":[".substring(0, random.nextInt(16)));
            case 6, 7 -> NODES.textNode(WORDS.get(random.nextInt(WORDS.size())));
            case 8 -> {
                var array = NODES.arrayNode();
                for (var element = random.nextInt(4); element > 0; element--) {
                    array.add(node(random, depth - 1));
                }
                yield array;
            }
            default -> object(random, depth);
        };
    }
}
