package io.posthorn.messaging;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@MessagingTest
class ConversationIT {
    @Test
    void aCustomerWritesAndReadsOurAnswer() {
        var team = Team.connected();
        team.world.write("15550002001", "Ana Souza", "Olá! É o pedido 17?");
        await().until(() -> team.conversationIds().size() == 1);
        var conversation = team.conversationIds().getFirst();

        var answer = team.send(conversation, "Sim, sai hoje.");

        await().untilAsserted(() -> assertThat(team.status(answer)).isEqualTo("read"));
        assertThat(team.world.captured())
                .singleElement()
                .satisfies(send -> assertThat(send.get("to").asText()).isEqualTo("15550002001"));
        var said = team.get("/api/v1/conversations/{id}/messages", conversation);
        assertThat(said.getList("data.content.body")).containsExactly("Sim, sai hoje.", "Olá! É o pedido 17?");
        assertThat(said.getList("data.direction")).containsExactly("outbound", "inbound");
        assertThat(team.get("/api/v1/conversations/{id}", conversation).getString("contact.name"))
                .isEqualTo("Ana Souza");
    }
}
