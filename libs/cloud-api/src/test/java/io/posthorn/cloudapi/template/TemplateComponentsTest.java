package io.posthorn.cloudapi.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateComponentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void speaksMetasWords() throws JsonProcessingException {
        var components = TemplateComponents.of(orderReady("IMAGE"), "4::handle");

        assertThat(components).isEqualTo(JSON.readTree("""
                [{"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::handle"]}},
                 {"type":"BODY","text":"Hello {{1}}, your order {{2}} is here.","example":{"body_text":[["Ana","A-17"]]}},
                 {"type":"FOOTER","text":"Acme store"},
                 {"type":"BUTTONS","buttons":[
                   {"type":"QUICK_REPLY","text":"Stop updates"},
                   {"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":["A-17"]},
                   {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+15550001000"}]}]"""));
    }

    @Test
    void recognisesItsContentInMetasAnswer() throws JsonProcessingException {
        var ours = TemplateComponents.of(orderReady("IMAGE"), "4::handle");
        var theirs = JSON.readTree("""
                [{"type":"BUTTONS","buttons":[
                   {"type":"QUICK_REPLY","text":"Stop updates"},
                   {"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":["https://acme.example/t/A-17"]},
                   {"type":"PHONE_NUMBER","text":"Call us","phone_number":"15550001000"}]},
                 {"type":"HEADER","format":"IMAGE","example":{"header_handle":["https://scontent.whatsapp.net/x"]}},
                 {"type":"BODY","text":"Hello {{1}}, your order {{2}} is here."},
                 {"type":"FOOTER","text":"Acme store"}]""");

        assertThat(TemplateComponents.sameContent(ours, theirs)).isTrue();
        assertThat(TemplateComponents.sameContent(ours, TemplateComponents.of(orderReady("TEXT"), null)))
                .isFalse();
        assertThat(TemplateComponents.sameContent(ours, JSON.readTree("[]"))).isFalse();
    }

    private static TemplateDefinition orderReady(String format) {
        return new TemplateDefinition(
                "order_ready",
                "en_US",
                "UTILITY",
                new TemplateHeader(format, format.equals("TEXT") ? "Order" : null, null, null),
                new TemplateBody("Hello {{1}}, your order {{2}} is here.", List.of("Ana", "A-17")),
                new TemplateFooter("Acme store"),
                List.of(
                        TemplateButton.quickReply("Stop updates"),
                        TemplateButton.url("Track", "https://acme.example/t/{{1}}", "A-17"),
                        TemplateButton.phoneNumber("Call us", "+15550001000")));
    }
}
