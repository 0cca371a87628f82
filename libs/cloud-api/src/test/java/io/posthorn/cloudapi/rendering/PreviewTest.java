package io.posthorn.cloudapi.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.part.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsWhatThePhoneShows() throws Exception {
        var preview = preview("""
                [{"type":"HEADER","format":"TEXT","text":"Order {{1}}"},
                 {"type":"BODY","text":"Hello *{{1}}*,\\n- your order\\n- our thanks"},
                 {"type":"FOOTER","text":"Acme & Co"},
                 {"type":"BUTTONS","buttons":[{"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}"}]}]""", """
                {"header":"A-17","body":["Ana"],"buttons":{"0":"x"}}""");

        assertThat(preview.text()).isEqualTo("""
                Order A-17

                Hello Ana,
                • your order
                • our thanks

                Acme & Co

                [Track] https://acme.example/t/x""");
        assertThat(preview.html())
                .isEqualTo("<div class=\"wa-bubble\" dir=\"ltr\">"
                        + "<div class=\"wa-header\"><p dir=\"ltr\">Order A-17</p></div>"
                        + "<div class=\"wa-body\"><p dir=\"ltr\">Hello <strong>Ana</strong>,</p>"
                        + "<ul dir=\"ltr\"><li>your order</li><li>our thanks</li></ul></div>"
                        + "<div class=\"wa-footer\"><p dir=\"ltr\">Acme &amp; Co</p></div>"
                        + "<div class=\"wa-buttons\"><div class=\"wa-button wa-url\" title=\"https://acme.example/t/x\">Track</div></div>"
                        + "</div>");
    }

    @Test
    void fourButtonsBecomeTwoAndAllOptions() throws Exception {
        var buttons = IntStream.range(0, 4)
                .mapToObj("{\"type\":\"QUICK_REPLY\",\"text\":\"No %d\"}"::formatted)
                .collect(Collectors.joining(","));
        var preview = preview("""
                [{"type":"BODY","text":"Choose"},{"type":"BUTTONS","buttons":[%s]}]""".formatted(buttons), "{}");

        assertThat(preview.allOptions()).isTrue();
        assertThat(preview.buttons()).extracting(Preview.Button::shown).containsExactly(true, true, false, false);
        assertThat(preview.html()).contains("See all options").doesNotContain("No 2");
        assertThat(preview.hints()).hasSize(1);
    }

    @Test
    void marketingIsCutAndUtilityIsNot() throws Exception {
        var components = JSON.readTree("[{\"type\":\"BODY\",\"text\":\"1\\n2\\n3\\n4\\n5\\n6\"}]");
        var layout = Layout.of(components);

        assertThat(Preview.of(layout, Json.object(), "MARKETING").html()).contains("Read more");
        assertThat(Preview.of(layout, Json.object(), "UTILITY").html()).doesNotContain("Read more");
    }

    @Test
    void nothingThatAnybodyWroteBecomesMarkup() throws Exception {
        var evil = "\\\"><img src=x onerror=alert(1)>'";
        var preview = preview("""
                [{"type":"HEADER","format":"IMAGE\\"onload=x"},{"type":"BODY","text":"%1$s {{1}}."},{"type":"FOOTER","text":"%1$s"},
                 {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"%1$s"}},
                 {"type":"BUTTONS","buttons":[{"type":"URL\\"x","text":"%1$s","url":"%1$s{{1}}"},
                                              {"type":"URL","text":"%1$s","url":"%1$s{{1}}"}]}]""".formatted(evil), """
                {"header":{"filename":"%1$s"},"body":["%1$s"],"buttons":{"0":"%1$s","1":"%1$s"}}""".formatted(evil));

        assertThat(preview.html())
                .doesNotContain("<img", "\"onload", "alert(1)>")
                .contains("&lt;img");
    }

    @Test
    void rightToLeftTextsRunSo() throws Exception {
        var preview = preview("[{\"type\":\"BODY\",\"text\":\"مرحبا {{1}}، طلبك جاهز.\"}]", "{\"body\":[\"Ana\"]}");

        assertThat(preview.direction()).isEqualTo("rtl");
        assertThat(preview.html()).startsWith("<div class=\"wa-bubble\" dir=\"rtl\">");
    }

    @Test
    void aDraftShowsItsVariablesUntilThereAreExamples() throws Exception {
        assertThat(preview("[{\"type\":\"BODY\",\"text\":\"Hello {{1}} and {{2}}!\"}]", "{\"body\":[\"Ana\"]}")
                        .text())
                .isEqualTo("Hello Ana and {{2}}!");
        assertThat(preview("[]", "{}").html()).isEqualTo("<div class=\"wa-bubble\" dir=\"ltr\"></div>");
    }

    @Test
    void metasOwnTextStandsAroundACode() throws Exception {
        var preview = preview("""
                [{"type":"BODY"},{"type":"FOOTER","code_expiration_minutes":5},
                 {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]""", "{\"code\":\"4711\"}");

        assertThat(preview.text())
                .isEqualTo("4711 is your verification code.\n\nThis code expires in 5 minutes.\n\n[Copy code]");
    }

    @Test
    void cardsStandBelow() throws Exception {
        var preview = preview("""
                [{"type":"BODY","text":"New"},{"type":"CAROUSEL","cards":[
                  {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"One {{1}}"}]}]}]""", """
                {"cards":[{"body":["x"]}]}""");

        assertThat(preview.cards()).hasSize(1);
        assertThat(preview.html())
                .contains("<div class=\"wa-cards\"><div class=\"wa-card\" dir=\"ltr\">")
                .contains("One x");
    }

    private static Preview preview(String components, String variables) throws Exception {
        return Preview.of(Layout.of(JSON.readTree(components)), read(variables), "UTILITY");
    }

    private static JsonNode read(String text) throws Exception {
        return JSON.readTree(text);
    }
}
