package io.posthorn.simulator.templaterule;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CarouselRulesIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    private static final String REPLY = "{'type':'QUICK_REPLY','text':'More'}";
    private static final String LINK = "{'type':'URL','text':'Shop','url':'https://a.example/{{1}}','example':['x']}";

    @Shows({"C6.3", "C9.14", "C9.15", "C9.16"})
    @Test
    void takesTwoToTenCardsOfMedia() {
        var card = card(image(), "{'type':'BODY','text':'<x160>'}", REPLY + "," + LINK);
        var film = card(video(), "", "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001000'}");

        trial.refuses("2 to 10 cards", "MARKETING", carousel(card, 1));
        trial.refuses("2 to 10 cards", "MARKETING", carousel(card, 11));
        var read = trial.takes("MARKETING", carousel(card, 2));
        assertThat(trial.create("films", "MARKETING", carousel(film, 10)).status())
                .isEqualTo(200);
        assertThat(read.path("components").path(1).path("cards")).hasSize(2);
        assertThat(read.toString()).contains("https://scontent.whatsapp.net/").doesNotContain("4::");
    }

    @Shows({"C9.17"})
    @Test
    void takesCardsOfProducts() {
        trial.takes(
                "MARKETING",
                carousel(card("{'type':'HEADER','format':'PRODUCT'}", "", "{'type':'SPM','text':'View'}"), 2));
        var linked = carousel(card("{'type':'HEADER','format':'PRODUCT'}", "", LINK), 2);
        assertThat(trial.create("linked", "MARKETING", linked).status()).isEqualTo(200);
    }

    @Shows({"C9.18"})
    @Test
    void refusesCarouselsOutsideMarketing() {
        trial.refuses("Only marketing", "UTILITY", carousel(card(image(), "", REPLY), 2));
    }

    @Shows({"C6.3", "C6.9", "C9.14", "C9.15", "C9.16", "C9.17"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388040 | IMAGE | {'type':'BODY','text':'<x161>'} | REPLY
            2388072 | IMAGE | {'type':'BODY','text':'a\\nb\\nc\\nd'} | REPLY
            2388047 | {'type':'HEADER','format':'TEXT','text':'No'} | - | REPLY
            2388047 | {'type':'HEADER','format':'LOCATION'} | - | REPLY
            2388043 | - | {'type':'BODY','text':'No header'} | REPLY
            2388043 | IMAGE | - | -
            FOOTER is not allowed | IMAGE | {'type':'FOOTER','text':'No'} | REPLY
            at most 2 buttons | IMAGE | - | {'type':'QUICK_REPLY','text':'A'},{'type':'QUICK_REPLY','text':'B'},{'type':'QUICK_REPLY','text':'C'}
            at most 2 buttons | IMAGE | - | {'type':'COPY_CODE','example':'A'}
            at most 1 buttons | {'type':'HEADER','format':'PRODUCT'} | - | REPLY
            at most 1 buttons | {'type':'HEADER','format':'PRODUCT'} | - | {'type':'SPM'},{'type':'URL','text':'Go','url':'https://a.example'}
            BODY is not allowed | {'type':'HEADER','format':'PRODUCT'} | {'type':'BODY','text':'No'} | {'type':'SPM'}
            """)
    void refusesCards(String expected, String header, String body, String buttons) {
        var card = card(
                header.replace("IMAGE", image()).replace("-", ""),
                body.equals("-") ? "" : body,
                buttons.replace("REPLY", REPLY).equals("-") ? "" : buttons.equals("REPLY") ? REPLY : buttons);

        trial.refuses(expected, "MARKETING", carousel(card, 2));
    }

    @Shows({"C9.14", "C9.15", "C9.16"})
    @Test
    void refusesCardsThatDiffer() {
        var plain = card(image(), "", REPLY);
        var others = new String[] {
            card(video(), "", REPLY),
            card(image(), "{'type':'BODY','text':'More'}", REPLY),
            card(image(), "", LINK),
            card(image(), "", REPLY + "," + LINK)
        };

        for (var other : others) {
            trial.refuses("same components and kinds of buttons", "MARKETING", around(plain + "," + other));
        }
    }

    @Shows({"C9.14"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'FOOTER','text':'No'}",
                "{'type':'HEADER','format':'TEXT','text':'No'}",
                "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'No'}]}"
            })
    void refusesAnythingBesideBodyAndCards(String component) {
        trial.refuses(
                "is not allowed in a template with a carousel",
                "MARKETING",
                component + "," + carousel(card(image(), "", REPLY), 2));
    }

    private String image() {
        return trial.json("IMAGE").replace('"', '\'');
    }

    private String video() {
        return trial.json("VIDEO").replace('"', '\'');
    }

    private static String card(String header, String body, String buttons) {
        var all = Stream.of(
                        header, body, buttons.isEmpty() ? "" : "{'type':'BUTTONS','buttons':[%s]}".formatted(buttons))
                .filter(part -> !part.isEmpty())
                .toList();
        return "{'components':[%s]}".formatted(String.join(",", all));
    }

    private static String carousel(String card, int count) {
        return around(String.join(",", Collections.nCopies(count, card)));
    }

    private static String around(String cards) {
        return "{'type':'BODY','text':'Look at these.'},{'type':'CAROUSEL','cards':[%s]}".formatted(cards);
    }
}
