package io.posthorn.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.store.Secrets;
import io.posthorn.devstack.store.StoreSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Part> TWO = List.of(Part.AUTH, Part.GATEWAY);

    @TempDir
    private Path folder;

    /** Stores start slowly and are the same for most of these tests, so there they stand outside. */
    private static StoreSet stores;

    private static OutsideStores outside;
    private static Set<ProcessHandle> before;

    private final StackPorts ports = StackPorts.free();

    @BeforeAll
    static void startStores(@TempDir Path folder) {
        stores = new StoreSet(folder, Secrets.text());
        outside = new OutsideStores(
                Optional.of(stores.startPostgres().at("suite")),
                Optional.of(stores.startKafka()),
                Optional.of(stores.startRedis()));
        before = ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    @AfterAll
    static void stopStores() throws Exception {
        stores.close();
    }

    @AfterEach
    void nothingOfOursIsLeft() {
        var left = ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .map(process -> process.info().commandLine().orElse("?"));
        assertThat(left).isEmpty();
    }

    @Test
    void runsEverythingAndKeepsDataOverARestart() throws Exception {
        var settings = settings(withOutsideKafka(), TWO, Map.of());
        try (var stack = Stack.started(settings, Progress.SILENT)) {
            execute(stack, "CREATE TABLE public.kept (id int)");
            var recorded = RunRecord.read(home());

            assertThat(recorded)
                    .extracting(RunRecord.Entry::name)
                    .contains("supervisor", "postgres", "redis", "auth-service", "gateway")
                    .doesNotContain("kafka");
            assertThat(recorded).allMatch(entry -> entry.name().equals("initdb") || entry.readyMillis() > 0);
        }
        assertThat(RunRecord.read(home())).isEmpty();

        try (var stack = Stack.started(settings, Progress.SILENT)) {
            execute(stack, "INSERT INTO public.kept VALUES (1)");
        }
    }

    @Test
    void onlyServicesLearnDatabasePasswordsAndNobodyTheAdministrators() throws Exception {
        try (var stack = Stack.started(settings(TWO, Map.of()), Progress.SILENT)) {
            var auth = environmentOf(stack, Part.AUTH);
            var gateway = environmentOf(stack, Part.GATEWAY);

            assertThat(auth)
                    .contains("POSTHORN_DATABASE_RUNTIME_PASSWORD="
                            + stack.secrets().database("auth").runtime())
                    .contains("POSTHORN_MESSAGING_URL=" + stack.url(Part.MESSAGING))
                    .doesNotContain(stack.secrets().database("admin").runtime())
                    .doesNotContain(stack.database().password());
            assertThat(gateway)
                    .contains("POSTHORN_REDIS_URL=" + stack.stores().redis())
                    .doesNotContain("PASSWORD");
        }
    }

    @Test
    void servicesThatDieAreNoticedAndCanBeStartedAgain() throws Exception {
        try (var stack = Stack.started(settings(TWO, Map.of()), Progress.SILENT)) {
            var first = stack.process(Part.AUTH).orElseThrow();
            first.handle().destroyForcibly();

            assertThat(stack.awaitDeath()).isEqualTo(Part.AUTH);
            stack.restart(Part.AUTH);

            assertThat(stack.process(Part.AUTH).orElseThrow().pid()).isNotEqualTo(first.pid());
            assertThat(environmentOf(stack, Part.AUTH)).contains("POSTHORN_DATABASE_URL");
        }
    }

    @Test
    void aGoodEndMakesTheNextStartQuick() throws Exception {
        var recording = settings(List.of(Part.AUTH), Map.of()).recordingQuickStarts();
        try (var first = Stack.started(recording, Progress.SILENT)) {
            assertThat(first.recordsQuickStarts()).isTrue();
            assertThat(commandOf(first, Part.AUTH)).contains("-XX:AOTCacheOutput=");
        }

        try (var second = Stack.started(recording, Progress.SILENT)) {
            assertThat(second.recordsQuickStarts()).isFalse();
            assertThat(commandOf(second, Part.AUTH)).contains("-XX:AOTCache=");
        }
    }

    @Test
    void anotherBuildDoesNotStartFromTheQuickStartOfThisOne() throws Exception {
        var recording = settings(List.of(Part.AUTH), Map.of()).recordingQuickStarts();
        Stack.started(recording, Progress.SILENT).close();
        Files.setLastModifiedTime(Part.AUTH.jar(recording.installation()), FileTime.from(Instant.EPOCH));

        try (var rebuilt = Stack.started(recording, Progress.SILENT)) {
            assertThat(commandOf(rebuilt, Part.AUTH)).doesNotContain("-XX:AOTCache=");
            assertThat(rebuilt.recordsQuickStarts()).isTrue();
        }
    }

    @Test
    void aServiceThatDiesAtStartIsNamedWithItsLastWords() throws IOException {
        var settings = settings(TWO, Map.of("STAND_IN_DIES", "" + ports.of(Part.AUTH)));

        assertThatThrownBy(() -> Stack.started(settings, Progress.SILENT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("auth-service ended while starting (exit code 42)")
                .hasMessageContaining("the moon is in the wrong house");
        assertThat(home().resolve("logs/error.log")).content().isEqualTo("""
                        auth-service: {"level":"ERROR","message":"in production"}
                        auth-service: 2026-01-01 00:00:00,000 ERROR [stand.in] the moon is in the wrong house
                        """);
    }

    @Test
    void aServiceThatIsNeverReadyEndsTheStart() throws IOException {
        var hanging = Map.of("STAND_IN_HANGS", "" + ports.of(Part.GATEWAY));
        var settings = settings(outside, List.of(Part.GATEWAY), hanging, Duration.ofSeconds(8));

        assertThatThrownBy(() -> Stack.started(settings, Progress.SILENT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("gateway was not ready within 8 s");
    }

    @Test
    void aTakenPortStopsTheStartBeforeAnythingRuns() throws IOException {
        try (var taken = new ServerSocket(ports.of(Part.REDIS))) {
            var settings = settings(withOutsideKafka(), TWO, Map.of());

            assertThatThrownBy(() -> Stack.started(settings, Progress.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for redis is taken")
                    .hasMessageContaining("POSTHORN_REDIS_PORT");
        }
        assertThat(home().resolve("data")).doesNotExist();
    }

    @Test
    void aModuleThatIsNotBuiltIsNamed() {
        var settings = new StackSettings(
                folder.resolve("empty"), home(), ports, OutsideStores.none(), TWO, Map.of(), PATIENCE);

        assertThatThrownBy(() -> Stack.started(settings, Progress.SILENT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("auth-service is not built");
    }

    @Test
    void aSecondStackInTheSameHomeIsRefused() throws IOException {
        try (var stack = Stack.started(settings(List.of(), Map.of()), Progress.SILENT)) {
            assertThatThrownBy(() -> Stack.started(settings(List.of(), Map.of()), Progress.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already runs here");
            assertThat(stack.isOpen()).isTrue();
        }
    }

    @Test
    void anInterruptedStartLeavesNothing() throws IOException {
        var settings = settings(TWO, Map.of("STAND_IN_HANGS", "" + ports.of(Part.GATEWAY)));
        var stack = new Stack(settings, Progress.SILENT);
        var starting = Thread.ofVirtual().start(() -> assertThatThrownBy(stack::start));
        await().atMost(PATIENCE).until(() -> stack.process(Part.GATEWAY).isPresent());

        stack.interrupt();

        await().atMost(PATIENCE).until(() -> !starting.isAlive());
        assertThat(stack.isInterrupted()).isTrue();
    }

    private StackSettings settings(List<Part> processes, Map<String, String> environment) throws IOException {
        return settings(outside, processes, environment);
    }

    private StackSettings settings(OutsideStores outside, List<Part> processes, Map<String, String> environment)
            throws IOException {
        return settings(outside, processes, environment, PATIENCE);
    }

    private StackSettings settings(
            OutsideStores outside, List<Part> processes, Map<String, String> environment, Duration readyWithin)
            throws IOException {
        var installation = StandIn.installation(folder.resolve("installation"));
        return new StackSettings(installation, home(), ports, outside, processes, environment, readyWithin);
    }

    private static OutsideStores withOutsideKafka() {
        return new OutsideStores(Optional.empty(), outside.kafka(), Optional.empty());
    }

    private Path home() {
        return folder.resolve("home with space");
    }

    private static String environmentOf(Stack stack, Part part) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(stack.url(part) + "/environment"))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static void execute(Stack stack, String sql) throws SQLException {
        var administrator = stack.database();
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + administrator.url(), administrator.user(), administrator.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String commandOf(Stack stack, Part part) {
        return stack.process(part).orElseThrow().handle().info().commandLine().orElseThrow();
    }
}
