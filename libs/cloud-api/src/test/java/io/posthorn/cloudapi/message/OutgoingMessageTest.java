package io.posthorn.cloudapi.message;

import static io.posthorn.cloudapi.message.Samples.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.rule.InvalidMessageException;
import io.posthorn.cloudapi.rule.Violation;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutgoingMessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    static Stream<Arguments> written() {
        return WrittenBodies.all().entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    static Stream<Arguments> broken() {
        return BrokenMessages.all().entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesItselfInMetasWords(String name, String content) throws IOException {
        var message = (OutgoingMessage) Samples.all().get(name);

        var body = message.toJson();

        assertThat(JSON.readTree(body.path(message.type()).toString())).isEqualTo(JSON.readTree(content));
        assertThat(body.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(body.path("type").asText()).isEqualTo(message.type());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesTheRuleThatIsBroken(String expected, Supplier<OutgoingBody> message) {
        var refusal = catchThrowableOfType(InvalidMessageException.class, message::get);

        assertThat(refusal).as(expected).isNotNull();
        assertThat(refusal.violations())
                .extracting(violation -> violation.pointer() + " " + violation.code())
                .contains(expected);
        assertThat(refusal.violations()).extracting(Violation::message).allMatch(text -> !text.isBlank());
    }

    @Test
    void addressesPhonesUsersAndGroups() {
        var all = Samples.all();

        assertThat(all.get("text").toJson().path("to").asText()).isEqualTo("+15550002000");
        var user = all.get("text to a user id").toJson();
        assertThat(user.path("recipient").asText()).isEqualTo("US.900000000000000001");
        assertThat(user.has("to")).isFalse();
        var group = all.get("text to a group").toJson();
        assertThat(group.path("recipient_type").asText()).isEqualTo("group");
        assertThat(group.path("to").asText()).isEqualTo("120363");
    }

    @Test
    void carriesQuotesCallbackDataAndIdentityHash() {
        var all = Samples.all();

        assertThat(all.get("reply").toJson().at("/context/message_id").asText()).isEqualTo("wamid.IN1");
        assertThat(all.get("text with callback data")
                        .toJson()
                        .path("biz_opaque_callback_data")
                        .asText())
                .isEqualTo("attempt-1");
        assertThat(all.get("text with identity check")
                        .toJson()
                        .path("recipient_identity_key_hash")
                        .asText())
                .isEqualTo("hash");
    }

    @Test
    void writesReceiptsWithAndWithoutTyping() throws IOException {
        var read =
                JSON.readTree("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.IN1\"}");

        assertThat(new ReadReceipt("wamid.IN1", false).toJson()).isEqualTo(read);
        assertThat(new ReadReceipt("wamid.IN1", true)
                        .toJson()
                        .at("/typing_indicator/type")
                        .asText())
                .isEqualTo("text");
    }

    @Test
    void reportsEverythingThatIsWrongAndNothingThatWasWritten() {
        var envelope = Envelope.toPhone("secret-phone").withCallbackData("x".repeat(513));

        var refusal = catchThrowableOfType(
                InvalidMessageException.class, () -> new OutgoingText(envelope, "private ".repeat(600), false));

        assertThat(refusal.violations())
                .extracting(Violation::code)
                .containsExactly("phone_format", "callback_data_too_long", "body_too_long");
        assertThat(refusal).hasMessageNotContainingAny("private", "secret-phone");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(new OutgoingText(ANA, "😀".repeat(4096), false).body()).hasSize(8192);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void showsNeitherRecipientNorContent(String name) {
        var told = Samples.all().get(name).toString();

        assertThat(told)
                .doesNotContain("15550002000")
                .doesNotContain("900000000000000001")
                .doesNotContain("Hello")
                .doesNotContain("123456");
    }

    @Test
    void hasASampleOfEveryType() {
        var types = Samples.all().values().stream()
                .filter(OutgoingMessage.class::isInstance)
                .map(body -> ((OutgoingMessage) body).type())
                .distinct();

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "text",
                        "image",
                        "video",
                        "audio",
                        "document",
                        "sticker",
                        "location",
                        "contacts",
                        "reaction",
                        "interactive",
                        "template");
        assertThat(Map.copyOf(Samples.all())).hasSizeGreaterThan(55);
    }
}
