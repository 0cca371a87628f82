package io.posthorn.messaging.contact;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.testkit.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MessagingTest
class ContactIT {
    private Team team;
    private String contact;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        contact = team.get("/api/v1/contacts").getString("data[0].id");
    }

    @Test
    void whatIsMissingStaysAndADecisionIsToldOnce() {
        change("{\"name\":\"Ana Souza\"}", 200);
        change("{}", 200);
        change("{\"consent\":\"opted_out\"}", 200);
        change("{\"consent\":\"opted_out\"}", 200);
        change("{\"consent\":\"opted_in\"}", 200);

        team.agent()
                .get("/api/v1/contacts/{id}", contact)
                .then()
                .body("name", equalTo("Ana Souza"), "consent", equalTo("opted_in"));
        assertThat(Stores.database("messaging").askAsSuperuser("""
                        select payload->>'consent' from outbox where key = '%s'
                        and type = 'posthorn.contact.consent-changed' order by sequence""".formatted(contact)))
                .containsExactly("opted_out", "opted_in");
    }

    @Test
    void badChangesAndForeignContactsAreRefused() {
        change("{\"name\":\" \"}", 422);
        change("{\"consent\":\"maybe\"}", 400);
        change("{\"phone\":\"+1\"}", 400);
        Team.connected()
                .agent()
                .body("{\"name\":\"Mine\"}")
                .patch("/api/v1/contacts/{id}", contact)
                .then()
                .statusCode(404);
        team.as("viewer")
                .body("{\"name\":\"x\"}")
                .patch("/api/v1/contacts/{id}", contact)
                .then()
                .statusCode(403);
        team.agent().get("/api/v1/contacts/{id}", contact).then().body("name", equalTo("Ana"), "consent", nullValue());
    }

    private void change(String body, int status) {
        team.agent().body(body).patch("/api/v1/contacts/{id}", contact).then().statusCode(status);
    }
}
