package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.backup.Backup;
import io.posthorn.devstack.backup.Restore;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import io.posthorn.devstack.client.SimulatedWorld.Capture;
import io.posthorn.devstack.doctor.Doctor;
import io.posthorn.devstack.doctor.Finding;
import io.posthorn.devstack.doctor.Finding.Level;
import io.posthorn.devstack.process.Together;
import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSecrets;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.journey.Answering.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is taken while messages are accepted and leave; the installation works on, as it would have until it was lost; the
 * backup is restored into an empty one, which then goes on.
 */
@Tag("long")
@ExtendWith(RunningStack.class)
class BackupJourneyIT {
    private static final int CUSTOMERS = 30;
    private static final int REPLIES_EACH = 6;
    private static final int REPLIES_PER_SECOND = 30;
    private static final List<Part> NEEDED = List.of(Part.AUTH, Part.MESSAGING, Part.ADMIN, Part.GATEWAY);

    @TempDir
    private Path backups;

    @Test
    void nothingIsLostRepeatedOrSentTwiceByARestore(Stack lost) throws Exception {
        var world = SimulatedWorld.create(lost.url(Part.SIMULATOR));
        var email = "owner-%s@example.com".formatted(UUID.randomUUID());
        var account = Account.register(lost.url(Part.GATEWAY), "Backup", email, "a long password");
        account.connect(world, "Backup");
        var replies = replies(openConversations(world, account));
        Backup.Taken taken;
        Map<Reply, UUID> acceptedBefore;
        try (var answering = new Answering(account, replies)) {
            world.fault(Map.of("kind", "delay", "probability", 1, "delayMillis", 1500));
            answering.begin(REPLIES_PER_SECOND);
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> world.captures().size() >= 30);
            acceptedBefore = Map.copyOf(answering.accepted());
            taken = new Backup(lost.database(), Repository.ROOT, lost.secrets().envelopeKeys(), Optional.empty())
                    .into(backups);
            await().until(() -> answering.isDone() && new SendQueue(lost, account.workspaceId()).isEmpty());
            world.clearFaults();
        }
        var arrived = world.captures();

        try (var restored = emptyStack(lost)) {
            new Restore(taken.folder()).into(restored.database(), Instant.now(), Optional.empty());
            Together.run(NEEDED.stream()
                    .map(part -> (Runnable) () -> restored.restart(part))
                    .toList());
            var again = Account.logIn(restored.url(Part.GATEWAY), email, "a long password");
            var queue = new SendQueue(restored, account.workspaceId());
            await().until(queue::isEmpty);
            awaitEventsTaken(restored);

            var messages = messages(restored, account);
            assertThat(messages.keySet())
                    .as("what was accepted before the backup is there")
                    .containsAll(acceptedBefore.values());
            assertThat(messages.values()).as("what waited is in doubt").contains("unknown restored_from_backup");
            assertThat(messages.values())
                    .allMatch(status -> status.matches(
                            "unknown (restored_from_backup|no_answer_from_meta)|(sent|delivered|read) .*"));
            assertThat(world.captures()).as("nothing is sent again").hasSameSizeAs(arrived);
            assertCountedOnce(restored, account, again);

            var conversation =
                    again.all("/api/v1/conversations").getFirst().path("id").asText();
            again.send(UUID.fromString(conversation), "after the restore", "after")
                    .expect(202);
            await().until(() -> world.captures().size() == arrived.size() + 1);
            assertThat(world.captures())
                    .extracting(Capture::body)
                    .contains("after the restore")
                    .doesNotHaveDuplicates();
            assertThatTheDoctorFindsTheWebhooksElsewhere(restored);
        }
    }

    /** Another home with the same secrets, which asks the same Meta. Only its stores run. */
    private static Stack emptyStack(Stack lost) throws IOException {
        var home = Repository.ROOT.resolve("end-to-end/target/restored");
        Home.startAfresh(home);
        Files.deleteIfExists(StackSecrets.file(home));
        Files.createDirectories(home);
        Files.copy(StackSecrets.file(lost.settings().home()), StackSecrets.file(home));
        var usual = StackSettings.onFreePorts(Repository.ROOT, home).storesOnly();
        return Stack.started(
                new StackSettings(
                        usual.installation(),
                        usual.home(),
                        usual.ports(),
                        usual.outside(),
                        usual.processes(),
                        Map.of(
                                "POSTHORN_MESSAGING_SENDING_UNKNOWN_AFTER",
                                "5s",
                                "POSTHORN_GRAPH_URL",
                                lost.url(Part.SIMULATOR)),
                        Duration.ofMinutes(4)),
                Progress.SILENT);
    }

    private static void awaitEventsTaken(Stack stack) {
        await().untilAsserted(() -> {
            assertThat(
                            count(
                                    stack,
                                    "select count(*) from messaging.outbox where sequence > (select sequence from messaging.outbox_position)"))
                    .as("events that are not published")
                    .isZero();
            assertThat(count(stack, """
                    select count(*) from messaging.outbox o where not exists (select from admin.inbox i
                    where (i.workspace_id, i.consumer, i.event_id) = (o.workspace_id, 'projection', o.event_id))"""))
                    .as("events that admin-service has not had")
                    .isZero();
        });
    }

    /** Events were published a second time, and had their effect once. */
    private static void assertCountedOnce(Stack stack, Account account, Account again) throws SQLException {
        var counted = again.get("/api/v1/dashboard/stats").path("messages");
        var workspace = account.workspaceId();
        assertThat(counted.path("accepted").asInt())
                .isEqualTo(count(
                        stack,
                        "select count(*) from messaging.message where direction = 'outbound' and workspace_id = '%s'"
                                .formatted(workspace)));
        assertThat(counted.path("received").asInt())
                .isEqualTo(count(
                        stack,
                        "select count(*) from messaging.message where direction = 'inbound' and workspace_id = '%s'"
                                .formatted(workspace)));
        assertThat(counted.path("byStatus").path("unknown").asInt())
                .isEqualTo(count(
                        stack,
                        "select count(*) from messaging.message where status = 'unknown' and workspace_id = '%s'"
                                .formatted(workspace)));
    }

    private static void assertThatTheDoctorFindsTheWebhooksElsewhere(Stack restored) {
        var environment =
                Map.of("POSTHORN_GRAPH_URL", restored.settings().environment().get("POSTHORN_GRAPH_URL"));

        var findings =
                Doctor.of(restored.settings(), environment, Clock.systemUTC()).examine();

        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("meta"))
                .extracting(Finding::says)
                .anyMatch(says -> says.startsWith("Backup (") && says.contains("its webhooks do not come to"));
        assertThat(findings)
                .filteredOn(finding ->
                        List.of("postgres", "kafka", "redis", "clock").contains(finding.subject()))
                .extracting(Finding::level)
                .doesNotContain(Level.FAILED);
    }

    private static Map<UUID, String> messages(Stack stack, Account account) throws SQLException {
        try (var connection = stack.database().connect();
                var rows = connection.createStatement().executeQuery("""
                        select id, concat_ws(' ', status, coalesce(status_reason, '-')) from messaging.message
                        where direction = 'outbound' and workspace_id = '%s'""".formatted(account.workspaceId()))) {
            var found = new java.util.HashMap<UUID, String>();
            while (rows.next()) {
                found.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
            return found;
        }
    }

    private static int count(Stack stack, String sql) throws SQLException {
        try (var connection = stack.database().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<UUID> openConversations(SimulatedWorld world, Account account) {
        IntStream.range(0, CUSTOMERS)
                .parallel()
                .forEach(number -> world.write("1415555" + (3000 + number), "Customer " + number, "Hello?"));
        await().until(() -> account.all("/api/v1/conversations").size() == CUSTOMERS);
        return account.all("/api/v1/conversations").stream()
                .map(conversation -> UUID.fromString(conversation.path("id").asText()))
                .toList();
    }

    private static List<Reply> replies(List<UUID> conversations) {
        return IntStream.range(0, REPLIES_EACH)
                .boxed()
                .flatMap(round -> IntStream.range(0, conversations.size())
                        .mapToObj(at -> new Reply(conversations.get(at), "Backup %d to %d".formatted(round, at))))
                .collect(Collectors.toList());
    }
}
