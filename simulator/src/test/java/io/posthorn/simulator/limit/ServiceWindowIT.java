package io.posthorn.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.TestWorld;
import io.posthorn.simulator.reference.Shows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceWindowIT {
    private static final String CUSTOMER = "15550002000";
    private static final int DAY = 24 * 3600;

    @TestHTTPResource
    URI base;

    private TestWorld world;

    @BeforeEach
    void makeWorld() {
        world = new SimulatorClient(base).world("\"window\":\"answer\",\"templates\":{\"reviewMillis\":0}");
        world.clock("\"frozen\":true");
    }

    @Test
    @Shows({"E4.1", "E4.2", "I4.1", "F2.131047"})
    void opensAnewWithEachMessageOfTheCustomer() {
        assertThat(code(CUSTOMER)).isEqualTo(131047);
        world.customerWrites(CUSTOMER, "one");
        world.clock("\"advanceSeconds\":%d".formatted(DAY - 1));
        assertThat(code(CUSTOMER)).isEqualTo(-1);

        world.customerWrites(CUSTOMER, "two");
        world.clock("\"advanceSeconds\":%d".formatted(DAY - 1));
        assertThat(code(CUSTOMER)).isEqualTo(-1);

        world.clock("\"advanceSeconds\":1");
        assertThat(code(CUSTOMER)).isEqualTo(131047);
    }

    @Test
    @Shows({"E4.3", "E4.4"})
    void isNeitherNeededNorOpenedByTemplates() {
        world.approved("""
                {"name":"news","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Something new is here."}]}""");

        var template = world.sendTemplate("+" + CUSTOMER, "{\"name\":\"news\",\"language\":{\"code\":\"en_US\"}}");

        assertThat(template.status()).isEqualTo(200);
        assertThat(code(CUSTOMER)).isEqualTo(131047);
    }

    @Test
    @Shows("E4.5")
    void belongsToOneNumberAndOneCustomer() {
        world.customerWrites(CUSTOMER, "hello");
        var other = world.simulator()
                .control("POST", "/_sim/worlds/" + world.id() + "/numbers", "{}")
                .json()
                .path("id")
                .asText();

        var fromOther = world.simulator()
                .graph("POST", "/v25.0/" + other + "/messages", world.token(), """
                {"messaging_product":"whatsapp","to":"+%s","text":{"body":"hi"}}""".formatted(CUSTOMER));

        assertThat(code(CUSTOMER)).isEqualTo(-1);
        assertThat(code("15550002001")).isEqualTo(131047);
        assertThat(fromOther.errorCode()).isEqualTo(131047);
    }

    private int code(String customer) {
        return world.sendText("+" + customer, "hi").errorCode();
    }
}
