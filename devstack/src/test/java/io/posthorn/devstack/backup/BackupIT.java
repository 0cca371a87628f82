package io.posthorn.devstack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.Launcher;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.DatabaseProvisioner;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.devstack.store.EmbeddedPostgresStore;
import io.posthorn.devstack.store.Secrets;
import io.posthorn.devstack.store.ServicePasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
    private static final String KEYS = Secrets.envelopeKey("k1");
    private static final String WORKSPACE = "0198a000-0000-7000-8000-000000000001";
    private static final String FILE = "0123456789abcdef0123456789abcdef";
    private static final List<String> CHANGED_ON_PURPOSE =
            List.of("outbox_position", "send_task", "attempt", "lease", "session");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgresStore store;
    private static Path installation;
    private static String template;
    private static Backup.Taken filled;

    @BeforeAll
    static void start() throws Exception {
        store = EmbeddedPostgresStore.start(
                new EmbeddedPostgresStore.Settings(
                        folder.resolve("data"), Ports.free(), "super", folder.resolve("pg.log")),
                Launcher.PLAIN);
        // Twenty databases come and go; nobody needs them after a crash.
        execute(administrator(), "alter system set fsync = off");
        execute(administrator(), "alter system set synchronous_commit = off");
        execute(administrator(), "select pg_reload_conf()");
        installation = builtMigrations();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void isOneMomentOfAllSchemasHoweverMuchIsWrittenMeanwhile() throws Exception {
        var source = migrated();
        var written = new AtomicInteger();
        var isOver = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> writePairs(source, written, isOver));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> written.get() > 20);

        var before = written.get();
        var taken = backup(source, Optional.empty());
        var after = written.get() + 1;
        isOver.set(true);
        writer.join();
        var target = empty();
        new Restore(taken.folder()).into(target, Instant.now(), Optional.empty());

        var restored = numbers(target, "select name::int from auth.workspace order by 1");
        assertThat(restored)
                .hasSizeBetween(before, after)
                .isEqualTo(IntStream.rangeClosed(1, restored.size()).boxed().toList())
                .isEqualTo(numbers(target, "select recipient::int from messaging.marketing_pause order by 1"));
    }

    @Test
    void bringsBackEveryTableAsItWas() throws Exception {
        var source = migrated();
        fill(source);
        execute(
                source,
                "create table messaging.outbox_2020010100 partition of messaging.outbox for values from ('2020-01-01') to ('2020-01-02')");
        execute(source, "alter table messaging.outbox_2020010100 owner to posthorn_messaging_owner");
        execute(
                source,
                "revoke all on messaging.outbox_2020010100 from public, posthorn_messaging_runtime, posthorn_messaging_worker");
        execute(source, event(9_000, "2020-01-01T12:00:00Z"));
        var taken = backup(source, Optional.empty());
        var expected = sums(source, taken);
        var target = empty();

        new Restore(taken.folder()).into(target, Instant.now(), Optional.empty());

        var found = sums(target, taken);
        CHANGED_ON_PURPOSE.forEach(
                table -> expected.keySet().removeIf(name -> name.matches(".*\\." + table + "(_.*)?")));
        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(found).containsAllEntriesOf(expected);
        assertThat(numbers(target, "select count(*)::int from messaging.outbox_2020010100"))
                .containsExactly(1);
        assertThat(
                        text(
                                target,
                                "select string_agg(check_name, ', ') from messaging.validate_security_setup() where not passed"))
                .isNull();
    }

    @Test
    void doubtsWhatMayHaveBeenSentAfterTheBackupAndNothingElse() throws Exception {
        var taken = filledBackup();
        var target = empty();

        new Restore(taken.folder()).into(target, Instant.now(), Optional.empty());

        assertThat(
                        text(
                                target,
                                "select string_agg(recipient || ' ' || state, ', ' order by recipient) from messaging.send_task"))
                .isEqualTo(
                        "called calling, claimed calling, due calling, later scheduled, queued calling, waiting calling");
        assertThat(
                        numbers(
                                target,
                                "select count(*)::int from messaging.attempt where outcome = 'calling' and error_detail = 'restored_from_backup'"))
                .containsExactly(5);
        assertThat(numbers(target, "select count(*)::int from auth.session where revoked_at is null"))
                .containsExactly(0);
    }

    /** What {@code deploy/restore} runs after pg_restore. */
    @Test
    void doubtsTheSameAfterARestoreByPostgresqlsOwnTools() throws Exception {
        var restored = migrated();
        fill(restored);

        execute(
                restored,
                Files.readString(Path.of("../deploy/after-restore.sql"))
                        .replace(":'taken_at'", "'%s'".formatted(Instant.now().minusSeconds(60)))
                        .replace(":'stopped_at'", "'%s'".formatted(Instant.now())));

        assertThat(numbers(restored, "select count(*)::int from messaging.send_task where state = 'calling'"))
                .containsExactly(5);
        assertThat(numbers(restored, "select count(*)::int from auth.session where revoked_at is null"))
                .containsExactly(0);
        assertThat(text(restored, "select sequence || ' ' || restored_to from messaging.outbox_position"))
                .isEqualTo("4 6");
    }

    @Test
    void publishesAgainWhatMayNotHaveBeenConsumedAndGivesNoNumberTwice() throws Exception {
        var taken = filledBackup();
        var target = empty();

        new Restore(taken.folder()).into(target, Instant.now(), Optional.empty());

        assertThat(text(target, "select sequence || ' ' || restored_to from messaging.outbox_position"))
                .isEqualTo("4 6");
        assertThat(numbers(target, "select (nextval('messaging.outbox_sequence') > 1000000000)::int"))
                .containsExactly(1);
        assertThat(numbers(target, "select count(*)::int from messaging.lease where expires_at > now()"))
                .containsExactly(0);
    }

    @Test
    void sendsWhatWaitedWhenNothingWasSentAfterTheBackup() throws Exception {
        var taken = filledBackup();
        var target = empty();

        new Restore(taken.folder()).into(target, Instant.parse(taken.manifest().takenAt()), Optional.empty());

        assertThat(text(
                        target,
                        "select string_agg(distinct state, ', ') from messaging.send_task where recipient <> 'called'"))
                .isEqualTo("claimed, queued, scheduled, waiting");
        assertThat(numbers(target, "select count(*)::int from auth.session where revoked_at is null"))
                .containsExactly(1);
    }

    @Test
    void leavesNothingBehindWhenAFileOfItWasChanged() throws Exception {
        var source = migrated();
        fill(source);
        var taken = backup(source, Optional.empty());
        var other = taken.folder().resolve("tables/auth.membership.copy.gz");
        Files.copy(
                other,
                taken.folder().resolve("tables/auth.workspace.copy.gz"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var target = empty();

        assertThatThrownBy(() -> new Restore(taken.folder()).into(target, Instant.now(), Optional.empty()))
                .isInstanceOf(StartFailure.class);

        assertThat(numbers(target, "select count(*)::int from auth.account")).containsExactly(0);
    }

    @Test
    void refusesRowsThatAreNotThoseOfTheManifest() throws Exception {
        var source = migrated();
        fill(source);
        var taken = backup(source, Optional.empty());
        var manifest = taken.folder().resolve("manifest.json");
        var workspaces = taken.manifest().schemas().getFirst().tables().stream()
                .filter(table -> table.name().equals("workspace"))
                .findFirst()
                .orElseThrow();
        Files.writeString(manifest, Files.readString(manifest).replace('"' + workspaces.hash() + '"', "\"1\""));
        var target = empty();

        assertThatThrownBy(() -> new Restore(taken.folder()).into(target, Instant.now(), Optional.empty()))
                .hasMessageContaining("auth.workspace are not those of the moment of the backup");
    }

    @Test
    void bringsStoredFilesAndCountsThoseThatHadGone() throws Exception {
        var source = migrated();
        fill(source);
        var place = Path.of(WORKSPACE, FILE.substring(0, 2), FILE);
        var media = folder.resolve("media-" + NUMBER.incrementAndGet());
        Files.createDirectories(media.resolve(place).getParent());
        Files.writeString(media.resolve(place), "a picture");
        execute(source, media("fedcba9876543210fedcba9876543210"));
        var taken = backup(source, Optional.of(media));
        var back = folder.resolve("media-" + NUMBER.incrementAndGet());

        new Restore(taken.folder()).into(empty(), Instant.now(), Optional.of(back));

        assertThat(back.resolve(place)).hasContent("a picture");
        assertThat(taken.manifest().media()).isEqualTo(new Manifest.MediaPart(true, 1, 9, 1));
    }

    @Test
    void needsTheKeysThatSecretsWereStoredWith() throws Exception {
        var source = migrated();
        var taken = backup(source, Optional.empty());
        var restore = new Restore(taken.folder());

        restore.requireKeys(KEYS + "," + Secrets.envelopeKey("k2"));

        assertThat(Files.readString(taken.folder().resolve("manifest.json"))).doesNotContain(KEYS.substring(3));
        assertThatThrownBy(() -> restore.requireKeys(Secrets.envelopeKey("k1"))).hasMessageContaining("[k1]");
    }

    @Test
    void thereIsNothingToBackUpBeforeServicesHaveRun() {
        assertThatThrownBy(() -> backup(empty(), Optional.empty()))
                .hasMessageContaining("auth-service has never run here");
    }

    @Test
    void seesWhetherThereIsSomethingToLose() throws Exception {
        assertThat(Restore.isEmpty(empty())).isTrue();
        assertThat(Restore.isEmpty(migrated())).isFalse();
    }

    private static Backup.Taken backup(Administrator source, Optional<Path> media) {
        return new Backup(source, installation, KEYS, media)
                .into(folder.resolve("backups-" + NUMBER.incrementAndGet()));
    }

    /** A database with schemas and roles and no tables. */
    private static Administrator empty() {
        var name = "suite" + NUMBER.incrementAndGet();
        new DatabaseProvisioner(administrator())
                .provision(
                        name,
                        Schemas.ALL.stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), schema -> new ServicePasswords("o", "r", "w"))));
        return administrator().at(name);
    }

    private static Administrator administrator() {
        return new Administrator(store.url("postgres"), EmbeddedPostgresStore.SUPERUSER, "super");
    }

    /** All tables and no rows; migrations run once, and the rest are copies. */
    private static Administrator migrated() throws SQLException {
        if (template == null) {
            var first = empty();
            Schemas.ALL.forEach(schema -> Migrations.run(first, schema, folder.resolve("migrations-" + schema)));
            template = first.url().substring(first.url().lastIndexOf('/') + 1);
        }
        var name = "suite" + NUMBER.incrementAndGet();
        execute(administrator(), "create database %s template %s".formatted(name, template));
        return administrator().at(name);
    }

    private static Backup.Taken filledBackup() throws SQLException {
        if (filled == null) {
            var source = migrated();
            fill(source);
            filled = backup(source, Optional.empty());
        }
        return filled;
    }

    /** The migrations as a build lays them out, and those of each schema together. */
    private static Path builtMigrations() throws IOException {
        var built = folder.resolve("installation");
        copySql(
                Path.of("../libs/service-kit/src/main/resources/db/kit"),
                built.resolve("libs/service-kit/target/classes/db/kit"));
        for (var schema : Schemas.ALL) {
            var own = Path.of("../%s-service/src/main/resources/db/migration".formatted(schema));
            copySql(own, built.resolve(schema + "-service/target/classes/db/migration"));
            copySql(own, folder.resolve("migrations-" + schema));
            copySql(Path.of("../libs/service-kit/src/main/resources/db/kit"), folder.resolve("migrations-" + schema));
        }
        return built;
    }

    private static void copySql(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var scripts = Files.list(from)) {
            for (var script : scripts.toList()) {
                Files.copy(script, to.resolve(script.getFileName().toString()));
            }
        }
    }

    /** Pairs of rows in two schemas, each pair in one transaction. */
    private static void writePairs(Administrator database, AtomicInteger written, AtomicBoolean isOver) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!isOver.get()) {
                var number = written.get() + 1;
                statement.execute(
                        "insert into auth.workspace (workspace_id, name, created_at) values (uuidv7(), '%d', now())"
                                .formatted(number));
                statement.execute(
                        "insert into messaging.marketing_pause select uuidv7(), '%d', now()".formatted(number));
                connection.commit();
                written.incrementAndGet();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void fill(Administrator database) throws SQLException {
        execute(
                database,
                "insert into auth.workspace (workspace_id, name, created_at) values ('%s', 'Käserei', now())"
                        .formatted(WORKSPACE));
        execute(
                database,
                "insert into auth.account (id, email, full_name, password_hash, created_at) values ('%s', 'a@example.com', 'A', 'x', now())"
                        .formatted(WORKSPACE));
        execute(database, "insert into auth.membership values ('%s', '%1$s', 'owner', now())".formatted(WORKSPACE));
        execute(
                database,
                "insert into auth.session (workspace_id, id, account_id, started_at, last_used_at, ends_at) values ('%s', '%1$s', '%1$s', now(), now(), now())"
                        .formatted(WORKSPACE));
        execute(database, media(FILE));
        execute(database, "insert into messaging.lease values ('lane', uuidv7(), 3, now() + interval '1 hour')");
        execute(database, "update messaging.outbox_position set sequence = 6");
        execute(database, "select setval('messaging.outbox_sequence', 8)");
        for (int sequence = 5; sequence <= 8; sequence++) {
            execute(database, event(sequence, Instant.now().toString()));
        }
        task(database, "queued", "queued", "now()");
        task(database, "claimed", "claimed", "now()");
        task(database, "waiting", "waiting", "now() + interval '1 day'");
        task(database, "due", "scheduled", "now()");
        task(database, "later", "scheduled", "now() + interval '1 day'");
        task(database, "called", "calling", "now()");
        execute(database, """
                insert into messaging.attempt (workspace_id, id, message_id, number, epoch, recipient)
                select workspace_id, attempt_id, message_id, 1, 1, recipient from messaging.send_task where state = 'calling'""");
    }

    private static void task(Administrator database, String recipient, String state, String due) throws SQLException {
        execute(database, """
                insert into messaging.send_task (workspace_id, message_id, channel_id, recipient, state, due_at, attempt_id)
                values ('%s', uuidv7(), uuidv7(), '%s', '%s', %s, uuidv7())""".formatted(WORKSPACE, recipient, state, due));
    }

    private static String event(int sequence, String at) {
        return """
                insert into messaging.outbox (sequence, event_id, workspace_id, topic, key, type, version, payload, trace_parent, occurred_at)
                values (%d, uuidv7(), '%s', 'posthorn.message.v1', uuidv7(), 'test', 1, '{"text": "\\u00fc"}', '', '%s')""".formatted(sequence, WORKSPACE, at);
    }

    private static String media(String name) {
        return """
                insert into media.media (workspace_id, id, kind, mime_type, size, sha256, storage_name, stored_by, created_at)
                values ('%s', uuidv7(), 'image', 'image/png', 9, sha256('x'), '%s', uuidv7(), now())""".formatted(WORKSPACE, name);
    }

    /** Counted in another way than backups do. */
    private static Map<String, String> sums(Administrator database, Backup.Taken taken) throws SQLException {
        var sums = new java.util.TreeMap<String, String>();
        for (var schema : taken.manifest().schemas()) {
            for (var table : schema.tables()) {
                var name = schema.name() + "." + table.name();
                sums.put(
                        name,
                        text(
                                database,
                                "select count(*) || ' ' || md5(coalesce(string_agg(to_jsonb(t)::text, '' order by to_jsonb(t)::text), '')) from %s t"
                                        .formatted(name)));
            }
        }
        return sums;
    }

    private static void execute(Administrator database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Administrator database, String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<Integer> numbers(Administrator database, String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            var numbers = new ArrayList<Integer>();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        }
    }
}
