package io.posthorn.messaging.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.message.Envelope;
import io.posthorn.cloudapi.reading.MessageReader;
import io.posthorn.kit.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "01a1fc15-678b-7851-bc40-f52176b702eb";

    static Stream<TypeSample> samples() {
        return TypeSamples.all(FILE).stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isStoredInOneFormHoweverItWasWritten(TypeSample sample) throws IOException {
        var metas = sample.metas().replace("META-FILE", FILE).replace("WAMID", FILE);

        var own = Contents.read(sample.type(), json(sample.own()));
        var meta = Contents.of(MessageReader.message(Envelope.toPhone("+15550002000"), sample.type(), json(metas)));

        assertThat(own.stored()).isEqualTo(meta.stored());
        assertThat(own.stored().encode()).doesNotContain("preview_url", "product_items", "display_text", "card_index");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text|{'body':'x','preview_url':true}|400|/text/preview_url unknown_field",
                "text|{'body':'x','shout':true}|400|/text/shout unknown_field",
                "text|{'body':'x','previewUrl':'yes'}|400|/text/previewUrl wrong_type",
                "text|'x'|400|/text wrong_type",
                "text|{'body':' '}|422|/text/body body_required",
                "image|{'caption':'x'}|422|/image/mediaId media_id_required",
                "image|{'id':'700000000000001'}|400|/image/id unknown_field",
                "image|{'mediaId':'700000000000001'}|422|/image/mediaId media_id_format",
                "image|{'mediaId':'01a1fc15-678b-7851-bc40-f52176b702eb','link':'https://a.example/b'}|422|/image/link media_twice",
                "video|{'link':'http://a.example/b.mp4'}|422|/video/link media_link_insecure",
                "audio|{'link':'https://a.example/b.mp3','caption':'x'}|400|/audio/caption unknown_field",
                "sticker|{'link':'ftp://a.example/b'}|422|/sticker/link media_link_format",
                "location|{'latitude':91,'longitude':0}|422|/location/latitude latitude_format",
                "contacts|[{'name':{'formattedName':'Ana'}}]|422|/contacts/0/name contact_name_part_required",
                "contacts|[]|422|/contacts contacts_too_few",
                "contacts|{}|400|/contacts wrong_type",
                "reaction|{'messageId':'wamid.A','emoji':'x'}|422|/reaction/messageId message_id_format",
                "reaction|{'messageId':'01a1fc15-678b-7851-bc40-f52176b702eb','emoji':'ok'}|422|/reaction/emoji emoji_format",
                "interactive|{'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'displayText':'a text that is too long','url':'https://a.example'}}}|422|/interactive/action/parameters/displayText link_label_too_long",
                "interactive|{'type':'button','header':{'type':'image','image':{}},'body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}}|422|/interactive/header/image/mediaId media_id_required",
                "interactive|{'type':'poll'}|422|/interactive/type interactive_unknown",
                "template|{'name':'a','language':{'code':'en_US'},'components':[{'type':'button','subType':'url','index':0,'parameters':[{'type':'text','text':'a b'}]}]}|422|/template/components/0/parameters/0/text url_suffix_characters",
                "template|{'name':'a','language':{'code':'en_US'},'components':[{'type':'body','parameters':[{'type':'text','txt':'a'}]}]}|400|/template/components/0/parameters/0/txt unknown_field",
                "template|{'name':'A','language':{'code':'en_US'}}|422|/template/name name_format",
            })
    void saysWhatIsWrongAndWhere(String type, String content, int status, String expected) throws IOException {
        var json = json(content.replace('\'', '"'));

        var refusal = catchThrowableOfType(ProblemException.class, () -> Contents.read(type, json));

        assertThat(refusal).isNotNull();
        assertThat(refusal.type().status()).isEqualTo(status);
        assertThat(refusal.violations())
                .extracting(violation -> violation.pointer() + " " + violation.code())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"a\\u0000b", "half \\ud83d"})
    void whatCannotBeStoredIsRefusedWhereverItStands(String text) throws IOException {
        var inText = json("{\"body\":\"%s\"}".formatted(text));
        var inData = json("""
                {"type":"flow","body":{"text":"Book"},"action":{"name":"flow","parameters":{"flowId":"1","flowCta":"Book",
                 "flowActionPayload":{"screen":"A","data":{"x":["%s"]}}}}}""".formatted(text));

        var refusals = List.of(
                catchThrowableOfType(ProblemException.class, () -> Contents.read("text", inText)),
                catchThrowableOfType(ProblemException.class, () -> Contents.read("interactive", inData)));

        assertThat(refusals)
                .allMatch(refusal -> refusal.violations().getFirst().code().equals("text_characters"));
    }

    @Test
    void knowsTheFilesThatAMessageCarriesAndNotWhatOnlyLooksLikeThem() throws IOException {
        var carousel = samples()
                .filter(one -> one.name().equals("interactive carousel of media"))
                .findFirst();
        var flow =
                samples().filter(one -> one.name().equals("interactive flow")).findFirst();

        var carried =
                Contents.read("interactive", json(carousel.orElseThrow().own())).files();
        var looksLike =
                Contents.read("interactive", json(flow.orElseThrow().own())).files();

        assertThat(carried)
                .extracting(CarriedFile::pointer)
                .containsExactly(
                        "/interactive/action/cards/0/header/image/mediaId",
                        "/interactive/action/cards/1/header/image/mediaId");
        assertThat(carried).allMatch(file -> file.use().mediaId().equals(UUID.fromString(FILE)));
        assertThat(looksLike).isEmpty();
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
