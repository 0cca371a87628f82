package io.posthorn.simulator.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.SimulatorClient.Answer;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CarouselIT {
    private static final String CUSTOMER = "+15550002000";
    private static final String MEDIA =
            "{'card_index':%d,'components':[{'type':'header','parameters':[{'type':'image','image':{'link':'https://a.example/%1$d.png'}}]},"
                    + "{'type':'body','parameters':[{'type':'text','text':'card %1$d'}]},"
                    + "{'type':'button','sub_type':'quick_reply','index':'0','parameters':[{'type':'payload','payload':'more-%1$d'}]}]}";
    private static final String PRODUCT =
            "{'card_index':%d,'components':[{'type':'header','parameters':[{'type':'product','product':{'product_retailer_id':'p%1$d','catalog_id':'c'}}]}]}";

    @TestHTTPResource
    URI base;

    private TestWorld world;
    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"templates\":{\"reviewMillis\":0}");
        trial = new TemplateTrial(world);
    }

    @Shows({"A10.34", "A10.35"})
    @Test
    void fillsInTheCardsThatWereApproved() {
        makeOfMedia();

        var answer = send(cards(MEDIA, 2));

        var seen = template(answer);
        assertThat(seen.path("body").asText()).isEqualTo("Look at these, dear Ana.");
        assertThat(seen.path("cards")).hasSize(2);
        assertThat(seen.path("cards").path(1).path("body").asText()).isEqualTo("This is the wonderful card 1 for you.");
        assertThat(seen.path("cards")
                        .path(1)
                        .path("header")
                        .path("image")
                        .path("link")
                        .asText())
                .endsWith("/1.png");
        assertThat(seen.path("cards")
                        .path(1)
                        .path("buttons")
                        .path(0)
                        .path("payload")
                        .asText())
                .isEqualTo("more-1");
    }

    @Shows({"A10.34", "A10.35"})
    @Test
    void refusesOtherCards() {
        makeOfMedia();

        assertThat(send("").errorCode()).isEqualTo(132000);
        assertThat(send(cards(MEDIA, 1)).errorCode()).isEqualTo(132000);
        assertThat(send(cards(MEDIA, 3)).errorCode()).isEqualTo(132000);
        assertThat(send(MEDIA.formatted(0) + "," + MEDIA.formatted(0)).errorCode())
                .isEqualTo(131009);
        assertThat(send(MEDIA.formatted(1) + "," + MEDIA.formatted(2)).errorCode())
                .isEqualTo(131009);
        assertThat(send(cards(MEDIA, 2).replace("'card_index':1,", "")).errorCode())
                .isEqualTo(131008);
        assertThat(send(cards(MEDIA, 2).replace("card 1", "<x150>")).errorCode())
                .isEqualTo(132005);
        assertThat(send(cards(MEDIA, 2).replace("'type':'body'", "'type':'carousel'"))
                        .status())
                .isEqualTo(400);
        assertThat(world.captured("")).isEmpty();
    }

    @Shows({"A10.20", "A10.36"})
    @Test
    void showsTwoToTenProducts() {
        var card =
                "{'components':[{'type':'HEADER','format':'PRODUCT'},{'type':'BUTTONS','buttons':[{'type':'SPM'}]}]}";
        make(card + "," + card);

        assertThat(template(send(cards(PRODUCT, 10))).path("cards")).hasSize(10);
        assertThat(send(cards(PRODUCT, 2)).status()).isEqualTo(200);
        assertThat(send(cards(PRODUCT, 1)).errorCode()).isEqualTo(132000);
        assertThat(send(cards(PRODUCT, 11)).errorCode()).isEqualTo(132000);
    }

    /** Quick replies of cards can be pressed as those below a message can. */
    @Test
    void letsCustomersPressTheButtonsOfCards() {
        makeOfMedia();
        var wamid =
                send(cards(MEDIA, 2)).json().path("messages").path(0).path("id").asText();

        var pressed = world.simulator()
                .control("POST", "/_sim/customers/15550002000/messages", """
                {"phoneNumberId":"%s","type":"button","context":{"id":"%s"},"button":{"payload":"more-1"}}""".formatted(world.number(), wamid));

        assertThat(pressed.status()).as(pressed.text()).isEqualTo(201);
    }

    private void makeOfMedia() {
        var header = trial.json("IMAGE").replace('"', '\'');
        var card =
                "{'components':[%s,{'type':'BODY','text':'This is the wonderful {{1}} for you.','example':{'body_text':[['a']]}},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'More'}]}]}"
                        .formatted(header);
        make(card + "," + card);
    }

    private void make(String cards) {
        trial.takes(
                "MARKETING",
                "{'type':'BODY','text':'Look at these, dear {{1}}.','example':{'body_text':[['Ana']]}},{'type':'CAROUSEL','cards':[%s]}"
                        .formatted(cards));
    }

    private Answer send(String cards) {
        return world.sendTemplate(CUSTOMER, trial.json("""
                {'name':'trial','language':{'code':'en_US'},'components':[{'type':'body','parameters':[{'type':'text','text':'Ana'}]},
                 {'type':'carousel','cards':[%s]}]}""".formatted(cards)));
    }

    private JsonNode template(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return world.captured("&wamid="
                        + answer.json().path("messages").path(0).path("id").asText())
                .path(0)
                .path("template");
    }

    private static String cards(String form, int count) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining(","));
    }
}
