package io.posthorn.cloudapi.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.message.OutgoingText;
import io.posthorn.cloudapi.message.Samples;
import io.posthorn.cloudapi.rule.InvalidMessageException;
import io.posthorn.cloudapi.rule.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhateverTheClientWrites(String name) throws IOException {
        var written = written(name);

        var read = MessageReader.body(written);

        assertThat(JSON.readTree(read.toJson().toString())).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesAnInventedFieldWhereverItStands(String name) throws IOException {
        for (var place : objects(written(name), "", new ArrayList<>())) {
            var damaged = (ObjectNode) written(name);
            ((ObjectNode) (place.isEmpty() ? damaged : damaged.at(place))).put("invented", 1);

            var refusal = catchThrowable(() -> MessageReader.body(damaged));

            assertThat(violations(refusal))
                    .as("%s at %s", name, place)
                    .extracting(Violation::pointer)
                    .contains(place + "/invented");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whateverIsDamagedIsReadOrRefusedAndNeverFailsOtherwise(String name) throws IOException {
        var random = new Random(17);
        for (var round = 0; round < 200; round++) {
            var damaged = damaged(written(name), random);

            var failure = catchThrowable(() -> MessageReader.body(damaged));

            if (failure != null) {
                assertThat(failure)
                        .as(damaged.toString())
                        .isInstanceOfAny(MalformedMessageException.class, InvalidMessageException.class);
                assertThat(violations(failure)).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'to':'+15550002000','text':{'body':'x'}}|/messaging_product messaging_product_required",
                "{'messaging_product':'whatsapp','text':{'body':'x'}}|/to phone_format",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'poem','poem':{}}|/type type_unknown",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'text'}|/text/body body_required",
                "{'messaging_product':'whatsapp','to':'+15550002000','text':{'body':5}}|/text/body wrong_type",
                "{'messaging_product':'whatsapp','to':'+15550002000','text':'hi'}|/text wrong_type",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'image','image':{}}|/image/id media_id_required",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'image','image':{'id':'1','link':'https://a.example/b'}}|/image/link media_twice",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'interactive','interactive':{'type':'button','body':{'text':'Yes?'}}}|/interactive/action/buttons buttons_too_few",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'interactive','interactive':{'type':'poll'}}|/interactive/type interactive_unknown",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'contacts','contacts':[{}]}|/contacts/0/name/formatted_name contact_name_required",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'reaction','reaction':{'message_id':'wamid.A'}}|/reaction/emoji emoji_format",
                "{'messaging_product':'whatsapp','to':'+15550002000','type':'template','template':{'name':'a'}}|/template/language/code language_format",
                "{'messaging_product':'whatsapp','status':'seen','message_id':'wamid.A'}|/status status_unknown",
                "{'messaging_product':'whatsapp','to':'+15550002000','context':{},'text':{'body':'x'}}|/context/message_id quoted_message_id_required",
                "[]|~ wrong_type~",
            })
    void namesThePlaceAndTheRule(String body, String expected) throws IOException {
        var json = JSON.readTree(body.replace('\'', '"'));

        var refusal = catchThrowable(() -> MessageReader.body(json));

        assertThat(violations(refusal))
                .extracting(violation -> violation.pointer() + " " + violation.code())
                .contains(expected);
    }

    @Test
    void aBodyWithoutATypeIsAText() throws IOException {
        var body = JSON.readTree("""
                {"messaging_product":"whatsapp","to":"+15550002000","text":{"body":"x"}}""");

        assertThat(MessageReader.body(body)).isInstanceOf(OutgoingText.class);
    }

    @Test
    void readsTheContentOfAMessageAlone() throws IOException {
        var message = MessageReader.message(Envelope.toPhone("+15550002000"), "location", JSON.readTree("""
                {"latitude": 37.44, "longitude": "-122.16"}"""));

        assertThat(message.content().toString()).isEqualTo("{\"latitude\":\"37.44\",\"longitude\":\"-122.16\"}");
    }

    private static JsonNode written(String name) throws IOException {
        return JSON.readTree(Samples.all().get(name).toJson().toString());
    }

    private static List<Violation> violations(Throwable refusal) {
        return switch (refusal) {
            case MalformedMessageException malformed -> malformed.violations();
            case InvalidMessageException invalid -> invalid.violations();
            case null, default -> throw new AssertionError("Not refused", refusal);
        };
    }

    /** Where objects stand whose fields are Meta's; what is the sender's own may have any. */
    private static List<String> objects(JsonNode node, String pointer, List<String> found) {
        if (pointer.matches(".*/(data|flow_action_data|values|value|date_time)|.*order_details.*")
                || node.path("name").asText().equals("review_and_pay")) {
            return found;
        }
        if (node.isObject()) {
            found.add(pointer);
            node.properties().forEach(field -> objects(field.getValue(), pointer + "/" + field.getKey(), found));
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            objects(node.get(index), pointer + "/" + index, found);
        }
        return found;
    }

    /** Some values become something else. */
    private static JsonNode damaged(JsonNode node, Random random) {
        if (random.nextInt(12) == 0) {
            return switch (random.nextInt(7)) {
                case 0 -> JsonNodeFactory.instance.nullNode();
                case 1 -> JsonNodeFactory.instance.textNode("");
                case 2 -> JsonNodeFactory.instance.numberNode(-17);
                case 3 -> JsonNodeFactory.instance.booleanNode(true);
                case 4 -> JsonNodeFactory.instance.arrayNode().add(1);
                case 5 -> JsonNodeFactory.instance.objectNode();
                default -> JsonNodeFactory.instance.textNode("x".repeat(5000));
            };
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(damaged(field.getValue(), random)));
        }
        if (node instanceof ArrayNode array) {
            for (var index = 0; index < array.size(); index++) {
                array.set(index, damaged(array.get(index), random));
            }
        }
        return node;
    }
}
