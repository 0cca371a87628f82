package io.posthorn.devstack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.posthorn.devstack.doctor.Finding.Level;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.StackSecrets;
import io.posthorn.devstack.stack.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path home;

    @Test
    void findsNothingWrongWithAnInstallationThatWasJustMade() throws IOException {
        StackSecrets.loadOrCreate(home);

        var findings = examine(onFreePorts());

        assertThat(findings)
                .filteredOn(finding -> finding.level() == Level.FAILED)
                .isEmpty();
        assertThat(findings)
                .extracting(Finding::subject)
                .contains(
                        "jdk",
                        "disk",
                        "memory",
                        "ports",
                        "configuration",
                        "secrets",
                        "postgres",
                        "kafka",
                        "redis",
                        "meta");
    }

    @ParameterizedTest
    @CsvSource({
        "POSTHORN_MESSAGING_SENDING_CAL_TIMEOUT, 15s, WARNING, Did you mean POSTHORN_MESSAGING_SENDING_CALL_TIMEOUT?",
        "POSTHORN_SOMETHING_ELSE_ALTOGETHER, 1, WARNING, Remove it",
        "JWT_SECRET, abc, WARNING, Replaced by: keys that auth-service makes itself",
        "BCRYPT_ROUNDS, 10, WARNING, POSTHORN_AUTH_PASSWORD_COST",
        "POSTHORN_MESSAGING_SENDING_CALL_TIMEOUT, soon, FAILED, Correct it",
        "POSTHORN_OUTBOX_BATCH_SIZE, many, FAILED, Correct it",
        "POSTHORN_OUTBOX_RELAY_ENABLED, false, FAILED, no event would leave",
        "POSTHORN_AUTH_PASSWORD_COST, 4, WARNING, 12 keeps",
        "POSTHORN_GATEWAY_CORS_ORIGINS, *, WARNING, Name the origins",
        "POSTHORN_PUBLIC_URL, http://chat.example.com, FAILED, Use https",
        "POSTHORN_CLIENT_SECRET, changeme, FAILED, 64 random characters",
        "POSTHORN_ENVELOPE_KEYS, k1:AAAA, FAILED, Bring the keys",
    })
    void saysWhatToDoAboutASetting(String variable, String value, Level level, String remedy) throws IOException {
        StackSecrets.loadOrCreate(home);
        var environment = onFreePorts();
        environment.put(variable, value);

        var findings = examine(environment);

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(level);
            assertThat(finding.remedy()).contains(remedy);
            assertThat(finding.says()).doesNotContain("changeme");
        });
    }

    @Test
    void knowsEverySettingThatIsInItsPlace() throws IOException {
        StackSecrets.loadOrCreate(home);
        var environment = onFreePorts();
        environment.putAll(Map.of(
                "POSTHORN_MESSAGING_SENDING_CALL_TIMEOUT", "500ms",
                "POSTHORN_MEDIA_MAX_IMAGE_SIZE", "7M",
                "POSTHORN_GATEWAY_ROUTES_MEDIA_BODY_LIMIT", "20M",
                "POSTHORN_LIMITS_PLANS_LARGE_API", "1000/15m",
                "POSTHORN_PUBLIC_URL", "https://chat.example.com"));

        assertThat(examine(environment))
                .filteredOn(finding -> finding.subject().equals("configuration"))
                .singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.OK);
    }

    @Test
    void isStricterWithProduction() throws IOException {
        StackSecrets.loadOrCreate(home);
        var environment = onFreePorts();
        environment.putAll(
                Map.of("ENVIRONMENT", "production", "POSTHORN_LIMITS_PLAN", "development", "LOG_LEVEL", "DEBUG"));

        assertThat(examine(environment))
                .extracting(Finding::says)
                .contains(
                        "POSTHORN_LIMITS_PLAN is development", "LOG_LEVEL is DEBUG", "POSTHORN_PUBLIC_URL is not set");
    }

    @Test
    void seesSecretsThatOthersCanReadThatAreShortOrTheSame() throws IOException {
        StackSecrets.loadOrCreate(home);
        var file = StackSecrets.file(home);
        var text = Files.readString(file)
                .replaceAll("(database.auth.owner.password=).*", "$1hunter2")
                .replaceAll(
                        "(database.auth.(runtime|worker).password=).*",
                        "$10123456789abcdef0123456789abcdef0123456789abcdef");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        var findings = new SecretsCheck(new Patient(settings(Map.of()), Map.of())).look();

        assertThat(findings)
                .extracting(Finding::says)
                .contains(
                        file + " can be read by others",
                        "database.auth.owner.password can be guessed",
                        "database.auth.runtime.password and database.auth.worker.password are the same");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        var environment = onFreePorts();
        try (var taken = new ServerSocket(0)) {
            environment.put("POSTHORN_MEDIA_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(examine(environment)).anySatisfy(finding -> {
                assertThat(finding.says()).startsWith(taken.getLocalPort() + " for media-service is taken");
                assertThat(finding.remedy()).contains("POSTHORN_MEDIA_PORT");
            });
        }
    }

    @Test
    void saysWhichStoreDoesNotAnswer() throws IOException {
        var environment = onFreePorts();
        var nobody = "localhost:" + Ports.free();
        environment.putAll(Map.of(
                "POSTHORN_DATABASE_URL",
                "postgresql://%s/posthorn".formatted(nobody),
                "POSTHORN_DATABASE_ADMIN_USER",
                "postgres",
                "POSTHORN_DATABASE_ADMIN_PASSWORD",
                "secret",
                "POSTHORN_KAFKA_BOOTSTRAP_SERVERS",
                nobody,
                "POSTHORN_REDIS_URL",
                "redis://" + nobody,
                "POSTHORN_GRAPH_URL",
                "http://" + nobody));

        assertThat(examine(environment))
                .filteredOn(finding -> finding.level() == Level.FAILED)
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder("postgres", "kafka", "redis", "meta");
    }

    @Test
    void seesThatTheClockIsWrong() throws IOException {
        var meta = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meta.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        meta.start();
        var environment = Map.of(
                "POSTHORN_GRAPH_URL", "http://localhost:" + meta.getAddress().getPort());
        try {
            var late = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

            assertThat(examine(environment, late)).anySatisfy(finding -> {
                assertThat(finding.subject()).isEqualTo("clock");
                assertThat(finding.level()).isEqualTo(Level.WARNING);
                assertThat(finding.remedy()).contains("NTP");
            });
        } finally {
            meta.stop(0);
        }
    }

    @Test
    void seesAnotherJdkAndAFullDisk() throws IOException {
        assertThat(new MachineCheck(home, 21, Long.MAX_VALUE / 5).look())
                .filteredOn(finding -> finding.level() == Level.FAILED)
                .extracting(Finding::subject)
                .containsExactly("jdk", "disk");
    }

    @Test
    void oneCheckThatBreaksDownKeepsNoOtherFromLooking() {
        var broken = new Check() {
            @Override
            public String subject() {
                return "broken";
            }

            @Override
            public List<Finding> look() {
                throw new IllegalStateException("out of order");
            }
        };

        var findings = new Doctor(List.of(broken, new MachineCheck(home))).examine();

        assertThat(findings).extracting(Finding::subject).startsWith("broken", "jdk");
        assertThat(findings.getFirst().says()).contains("out of order");
    }

    private List<Finding> examine(Map<String, String> environment) {
        return examine(environment, Clock.systemUTC());
    }

    private List<Finding> examine(Map<String, String> environment, Clock clock) {
        return Doctor.of(settings(environment), environment, clock).examine();
    }

    private StackSettings settings(Map<String, String> environment) {
        return StackSettings.fromEnvironment(ROOT, home, environment);
    }

    private static Map<String, String> onFreePorts() {
        var environment = new HashMap<String, String>();
        var ports = Ports.free(Part.values().length);
        for (var part : Part.values()) {
            environment.put(part.portVariable(), Integer.toString(ports.get(part.ordinal())));
        }
        return environment;
    }
}
