package io.posthorn.template.submission;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.contracts.Topics;
import io.posthorn.contracts.channel.TemplateStatusReported;
import io.posthorn.kit.event.CloudEventHeaders;
import io.posthorn.testkit.PosthornSimulator;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Stores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "template"))
@QuarkusTestResource(PosthornSimulator.class)
@QuarkusTestResource(NeighbourServices.class)
class ReportIT {
    private static final Instant NOON = Instant.parse("2035-03-04T12:00:00Z");

    private final Team team = new Team();
    private KafkaProducer<String, byte[]> messaging;
    private String id;
    private String provider;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void submit() {
        messaging = new KafkaProducer<>(
                Map.of("bootstrap.servers", Stores.kafka()), new StringSerializer(), new ByteArraySerializer());
        id = team.draft("order_ready");
        provider = team.submit(id).path("providerTemplateId");
        // Meta is silent, so only reports move the template.
        NeighbourServices.answer(team.connectionPath(), 503, "{}");
    }

    @AfterEach
    void close() {
        messaging.close();
    }

    @Test
    void anApprovalIsTold() {
        report("APPROVED", null, NOON);

        awaitStatus("APPROVED");

        assertThat(team.events(id)).last().isEqualTo("posthorn.template.approved 4");
        assertThat(payload("payload -> 'components' -> 0 ->> 'text'"))
                .isEqualTo("Hello {{1}}, your order is on its way.");
        assertThat(payload("payload ->> 'wabaId'")).isEqualTo(team.world.wabaId());
    }

    @Test
    void anOlderReportNeverUndoesANewerOneAndNothingIsToldTwice() {
        report("APPROVED", null, NOON.plusSeconds(10));
        report("REJECTED", "SCAM", NOON);
        report("APPROVED", null, NOON.plusSeconds(10));
        report("REINSTATED", null, NOON.plusSeconds(15));
        report("PAUSED", "FIRST_PAUSE", NOON.plusSeconds(20));

        awaitStatus("PAUSED");

        assertThat(team.events(id))
                .extracting(event -> event.split(" ")[0])
                .containsExactly(
                        "posthorn.template.drafted",
                        "posthorn.template.submitted",
                        "posthorn.template.approved",
                        "posthorn.template.paused");
        assertThat(team.get(id).<String>path("reason")).isEqualTo("FIRST_PAUSE");
    }

    @Test
    void whatIsNotAboutOurTemplateChangesNothing() {
        send(new TemplateStatusReported(team.channelId, "1", provider, "order_ready", "en_US", "REJECTED", null, NOON));
        send(new TemplateStatusReported(
                team.channelId, team.world.wabaId(), "1", "order_ready", "en_US", "REJECTED", null, NOON));
        send(new TemplateStatusReported(
                team.channelId, team.world.wabaId(), provider, "order_ready", "es", "REJECTED", null, NOON));
        report("FLAGGED", null, NOON);
        report("DISABLED", "ABUSIVE_CONTENT", NOON.plusSeconds(1));

        awaitStatus("DISABLED");

        assertThat(team.events(id)).hasSize(3);
    }

    @Test
    void aReportThatIsFasterThanMetasAnswerStands() {
        team.forgetTheAnswer(id);

        report("APPROVED", null, NOON);
        awaitStatus("APPROVED");

        assertThat(team.get(id).<String>path("providerTemplateId")).isEqualTo(provider);
    }

    private void report(String status, String reason, Instant at) {
        send(new TemplateStatusReported(
                team.channelId, team.world.wabaId(), provider, "order_ready", "en_US", status, reason, at));
    }

    private void send(TemplateStatusReported report) {
        try {
            var record = new ProducerRecord<>(Topics.CHANNEL, report.key().toString(), json.writeValueAsBytes(report));
            CloudEventHeaders.write(
                    record.headers(),
                    Map.of(
                            CloudEventHeaders.ID, UUID.randomUUID().toString(),
                            CloudEventHeaders.TYPE, "posthorn.channel.template-status-reported",
                            CloudEventHeaders.SOURCE, "/messaging",
                            CloudEventHeaders.TIME, "2026-03-04T05:06:07Z",
                            CloudEventHeaders.WORKSPACE, team.workspace.toString(),
                            CloudEventHeaders.VERSION, "1"));
            messaging.send(record);
            messaging.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitStatus(String status) {
        await().until(() -> team.status(id).equals(status));
    }

    private String payload(String expression) {
        return Stores.database("template")
                .askAsSuperuser("""
                        select %s from outbox
                        where workspace_id = '%s' and key = '%s' and type = 'posthorn.template.approved'""".formatted(expression, team.workspace, id))
                .getFirst();
    }
}
