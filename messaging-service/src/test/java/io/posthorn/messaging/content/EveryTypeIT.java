package io.posthorn.messaging.content;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Neighbours;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Templates;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every type of message is accepted in our words and leaves in Meta's, past a simulator that is as strict as Meta. */
@MessagingTest
class EveryTypeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UPPER_IN_NAME = Pattern.compile("[A-Z](?=[A-Za-z]*\":)");

    private Team team;
    private String conversation;
    private String fromAna;

    @BeforeEach
    void aCustomerHasWritten() {
        team = Team.connected();
        fromAna = team.world.write("15550002000", "Ana", "hi");
        await().until(() -> team.conversationIds().size() == 1);
        conversation = team.conversationIds().getFirst();
    }

    @Test
    void everyTypeLeaves() throws IOException {
        Neighbours.uploaded(team.channelId, new Templates(team).providerMedia());
        var ids = new LinkedHashMap<String, TypeSample>();
        for (var sample : TypeSamples.all(messageOfAna())) {
            ids.put(accepted(sample), sample);
        }

        await().untilAsserted(() ->
                assertThat(ids.keySet()).allMatch(id -> !team.status(id).matches("queued|sending")));

        var captured = team.world.captured().stream()
                .collect(Collectors.toMap(send -> send.path("wamid").asText(), Function.identity()));
        var soft = new SoftAssertions();
        for (var entry : ids.entrySet()) {
            var message = team.get("/api/v1/messages/{id}", entry.getKey());
            var sent = captured.get(message.getString("wamid"));
            soft.assertThat(message.getString("status"))
                    .as("%s: %s", entry.getValue().name(), message.getString("statusReason"))
                    .matches("sent|delivered|read|played");
            soft.assertThat(sent).as(entry.getValue().name()).isNotNull();
            if (sent != null) {
                soft.assertThat(sent.path("content"))
                        .as(entry.getValue().name())
                        .isEqualTo(expected(entry.getValue()));
            }
        }
        soft.assertAll();
    }

    @Test
    void everyKindOfTemplateLeaves() throws IOException {
        var templates = new Templates(team);
        Neighbours.uploaded(team.channelId, templates.providerMedia());
        var handle = templates.headerHandle();
        for (var sample : TemplateSamples.all()) {
            templates.approved(
                    sample.name(),
                    sample.category(),
                    sample.more(),
                    sample.components().replace("HANDLE", handle));
        }

        for (var sample : TemplateSamples.all()) {
            var id = accepted(
                    new TypeSample(sample.name(), "template", """
                    {"name":"%s","language":{"code":"en_US"},"components":%s}""".formatted(sample.name(), sample.values()), ""));

            await().untilAsserted(() -> assertThat(team.status(id))
                    .as(
                            "%s: %s",
                            sample.name(), team.get("/api/v1/messages/{id}", id).getString("statusReason"))
                    .isEqualTo("read"));
            var wamid = team.get("/api/v1/messages/{id}", id).getString("wamid");
            var sent = team.world.captured().stream()
                    .filter(send -> send.path("wamid").asText().equals(wamid))
                    .findFirst()
                    .orElseThrow();
            assertThat(sent.at("/content/components")).as(sample.name()).isEqualTo(JSON.readTree(inMetasWords(sample)));
        }
    }

    private String inMetasWords(TemplateSamples.TemplateSample sample) {
        var values = sample.values()
                .replace(
                        "mediaId\":\"" + TemplateSamples.FILE,
                        "id\":\"" + System.getProperty("posthorn.test-media." + team.channelId));
        return UPPER_IN_NAME
                .matcher(values)
                .replaceAll(found -> "_" + found.group().toLowerCase(Locale.ROOT));
    }

    private JsonNode expected(TypeSample sample) throws IOException {
        return JSON.readTree(sample.metas()
                .replace("META-FILE", System.getProperty("posthorn.test-media." + team.channelId))
                .replace("WAMID", fromAna));
    }

    private String accepted(TypeSample sample) {
        var answer = team.agent()
                .body("""
                        {"conversationId":"%s","type":"%s","%s":%s}""".formatted(conversation, sample.type(), sample.type(), sample.own()))
                .post("/api/v1/messages");
        assertThat(answer.statusCode())
                .as("%s: %s", sample.name(), answer.asString())
                .isEqualTo(202);
        return answer.path("id");
    }

    private String messageOfAna() {
        return team.get("/api/v1/conversations/{id}/messages", conversation).getString("data[0].id");
    }
}
