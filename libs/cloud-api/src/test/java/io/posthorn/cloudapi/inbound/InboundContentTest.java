package io.posthorn.cloudapi.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.part.MediaKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundContentTest {
    @Test
    void readsATextAsItIs() {
        assertThat(content("\"type\":\"text\",\"text\":{\"body\":\" hi \"}"))
                .isEqualTo(new InboundContent.Text(" hi "));
    }

    @ParameterizedTest
    @CsvSource({"image, IMAGE", "video, VIDEO", "audio, AUDIO", "voice, AUDIO", "document, DOCUMENT", "sticker, STICKER"
    })
    void readsFiles(String type, MediaKind kind) {
        var content = content("""
                "type":"%1$s","%1$s":{"id":"7","mime_type":"a/b","sha256":"x=","caption":"c","filename":"f","voice":true,
                "animated":true,"url":"https://lookaside.fbsbx.com/x"}""".formatted(type));

        assertThat(content)
                .isEqualTo(new InboundContent.Media(new InboundMedia(
                        kind,
                        "7",
                        Optional.of("a/b"),
                        Optional.of("x="),
                        Optional.of("c"),
                        Optional.of("f"),
                        Optional.of("https://lookaside.fbsbx.com/x"),
                        true,
                        true)));
    }

    @Test
    void readsALocation() {
        assertThat(content(
                        "\"type\":\"location\",\"location\":{\"latitude\":37.44,\"longitude\":-122.16,\"name\":\"D\"}"))
                .isEqualTo(new InboundContent.Location(
                        37.44, -122.16, Optional.of("D"), Optional.empty(), Optional.empty()));
    }

    @Test
    void readsCardsThatWeAskedFor() {
        var content = (InboundContent.Contacts) content("""
                "type":"contacts","contacts":[{"origin":"contact_request","name":{"formatted_name":"Ana"},
                "phones":[{"phone":"+1555","wa_id":"1555","type":"WORK"}],"emails":[{"email":"a@b"}],
                "org":{"company":"Acme"}},{"vcard":"BEGIN:VCARD"}]""");

        var card = content.contacts().getFirst();
        assertThat(card.name()).contains("Ana");
        assertThat(card.origin()).contains("contact_request");
        assertThat(card.phones().getFirst().waId()).contains("1555");
        assertThat(card.emails()).containsExactly("a@b");
        assertThat(content.contacts().get(1).vcard()).contains("BEGIN:VCARD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"emoji\":\"\"", "\"x\":1"})
    void readsAReactionThatWasTakenBack(String emoji) {
        assertThat(content("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.A\",%s}".formatted(emoji)))
                .isEqualTo(new InboundContent.Reaction("wamid.A", Optional.empty()));
    }

    @Test
    void readsAnOrder() {
        var content = (InboundContent.Order) content("""
                "type":"order","order":{"catalog_id":"9","text":"please","product_items":[
                {"product_retailer_id":"tea","quantity":2,"item_price":3.5,"currency":"EUR"},
                {"product_retailer_id":"cup","quantity":"1","item_price":"7.25"},{"quantity":1}]}""");

        assertThat(content.items())
                .containsExactly(
                        new OrderItem("tea", 2, Optional.of(new BigDecimal("3.5")), Optional.of("EUR")),
                        new OrderItem("cup", 1, Optional.of(new BigDecimal("7.25")), Optional.empty()));
    }

    @Test
    void readsTaps() {
        assertThat(content(interactive("button_reply", "{\"id\":\"y\",\"title\":\"Yes\"}")))
                .isEqualTo(new InboundReply.Button("y", Optional.of("Yes")));
        assertThat(content(interactive("list_reply", "{\"id\":\"r\",\"title\":\"Row\",\"description\":\"d\"}")))
                .isEqualTo(new InboundReply.ListRow("r", Optional.of("Row"), Optional.of("d")));
        assertThat(content("\"type\":\"button\",\"button\":{\"payload\":\"p\",\"text\":\"t\"}"))
                .isEqualTo(new InboundReply.TemplateButton(Optional.of("p"), Optional.of("t")));
        assertThat(
                        content(
                                interactive(
                                        "call_permission_reply",
                                        "{\"response\":\"accept\",\"expiration_timestamp\":\"1790000000\",\"response_source\":\"user\"}")))
                .isEqualTo(new InboundReply.CallPermission(
                        true, Optional.of(Instant.ofEpochSecond(1790000000)), Optional.of("user")));
    }

    @Test
    void readsTheFormInsideAText() {
        var form = (InboundReply.Form)
                content(
                        interactive(
                                "nfm_reply",
                                "{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":\"{\\\"flow_token\\\":\\\"t1\\\",\\\"day\\\":\\\"Mo\\\"}\"}"));

        assertThat(form.flowToken()).contains("t1");
        assertThat(form.response().path("day").asText()).isEqualTo("Mo");
        assertThat(form.toString()).doesNotContain("Mo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"{\"", "\"\"", "7", "null", "{\"flow_token\":1}"})
    void keepsAFormThatIsNoJson(String response) {
        assertThat(content(interactive("nfm_reply", "{\"response_json\":%s}".formatted(response))))
                .isInstanceOf(InboundReply.Form.class);
    }

    @Test
    void readsWhatChangedAboutACustomer() {
        assertThat(
                        content(
                                "\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"1556\",\"body\":\"b\"}"))
                .isEqualTo(new SystemNotice.NumberChanged(Optional.of("b"), Optional.of("1556")));
        assertThat(content("\"type\":\"system\",\"system\":{\"type\":\"user_changed_user_id\",\"user_id\":\"US.2\"}"))
                .isEqualTo(new SystemNotice.UserIdChanged(Optional.empty(), Optional.of("US.2"), Optional.empty()));
        assertThat(content("""
                "type":"system","system":{"type":"customer_identity_changed"},
                "identity":{"acknowledged":true,"created_timestamp":"1790000000","hash":"h"}"""))
                .isEqualTo(new SystemNotice.IdentityChanged(
                        Optional.empty(), Optional.of("h"), Optional.of(Instant.ofEpochSecond(1790000000)), true));
    }

    @Test
    void readsEditsAndDeletions() {
        assertThat(content("""
                "type":"edit","edit":{"original_message_id":"wamid.A","message":{"type":"text","text":{"body":"new"}}}""")).isEqualTo(new InboundContent.Edit("wamid.A", "text", new InboundContent.Text("new")));
        assertThat(content("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.A\"}"))
                .isEqualTo(new InboundContent.Revocation("wamid.A"));
    }

    @Test
    void readsWhatMetaDoesNotPassOn() {
        assertThat(content("\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll\"}"))
                .isEqualTo(new InboundContent.Unsupported(Optional.of("poll")));
        assertThat(content("\"type\":\"unknown\",\"errors\":[{\"code\":131051}]"))
                .isEqualTo(new InboundContent.Unsupported(Optional.empty()));
        assertThat(content("\"type\":\"request_welcome\"")).isEqualTo(new InboundContent.Welcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"hologram\",\"hologram\":{\"id\":\"1\"}",
                "\"type\":\"interactive\"",
                "\"type\":\"interactive\",\"interactive\":{\"type\":\"new_reply\",\"new_reply\":{\"id\":\"1\"}}",
                "\"type\":\"image\",\"image\":{}",
                "\"type\":\"text\",\"text\":\"hi\"",
                "\"type\":\"location\",\"location\":{\"latitude\":true}",
                "\"type\":\"edit\",\"edit\":{\"original_message_id\":7.5}",
                "\"x\":1"
            })
    void keepsAllOfWhatItDoesNotKnow(String message) {
        var content = (InboundContent.Unknown) content(message);

        assertThat(content.raw()).isEqualTo(json(message));
    }

    @Test
    void readsContextAndReferral() {
        var message = json("""
                "context":{"from":"1555","id":"wamid.A","frequently_forwarded":true,
                           "referred_product":{"catalog_id":"9","product_retailer_id":"tea"}},
                "referral":{"source_url":"https://fb.me/x","source_id":"5","source_type":"ad","headline":"h","ctwa_clid":"c",
                            "welcome_message":{"text":"w"}}""");

        var context = MessageContext.of(message.path("context"));
        var referral = Referral.of(message.path("referral")).orElseThrow();

        assertThat(context.messageId()).contains("wamid.A");
        assertThat(context.forwarded()).isTrue();
        assertThat(context.frequentlyForwarded()).isTrue();
        assertThat(context.product()).contains(new MessageContext.Product("9", "tea"));
        assertThat(referral.clickId()).contains("c");
        assertThat(referral.welcomeText()).contains("w");
        assertThat(Referral.of(message.path("nothing"))).isEmpty();
        assertThat(MessageContext.of(message.path("nothing")).forwarded()).isFalse();
    }

    @Test
    void showsNoCustomerInLogs() {
        var all = List.of(
                content("\"type\":\"hologram\",\"hologram\":\"secret\""),
                content("\"type\":\"image\",\"image\":{\"id\":\"7\",\"caption\":\"secret\"}"),
                content("\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"secret\"}}]"));

        assertThat(all.toString()).doesNotContain("secret");
    }

    private static InboundContent content(String fields) {
        return InboundContent.of(json(fields));
    }

    private static String interactive(String kind, String reply) {
        return "\"type\":\"interactive\",\"interactive\":{\"type\":\"%1$s\",\"%1$s\":%2$s}".formatted(kind, reply);
    }

    private static JsonNode json(String fields) {
        try {
            return new ObjectMapper().readTree("{" + fields + "}");
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
