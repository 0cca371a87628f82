package io.posthorn.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bash script itself, with a JDK and a Maven that only write down how they are called. */
class PosthornScriptTest {
    private static final List<String> MODULES = List.of(
            "libs/contracts",
            "libs/telemetry",
            "libs/service-kit",
            "libs/cloud-api",
            "devstack",
            "simulator",
            "auth-service",
            "messaging-service",
            "media-service",
            "template-service",
            "admin-service",
            "gateway");
    private static final String JAVA = """
            #!/bin/sh
            echo "java $*" >>"$CALLS"
            trap 'echo "java got TERM" >>"$CALLS"; exit 143' TERM
            case "$*" in
                *" status"*) exit 3 ;;
                *" doctor"*) exit 1 ;;
                *" stores "*) for last; do :; done; touch "$last/stores.properties" ;;
            esac
            echo "More: ./posthorn status"
            echo $$ >"$CALLS.pid"
            while :; do sleep 0.1; done
            """;
    private static final String MAVEN = """
            #!/bin/sh
            [ "$1" = --version ] && { echo "Apache Maven 3.9.9 (x)"; exit; }
            echo "mvn $*" >>"$CALLS"
            case "$*" in *" verify"*)
                mkdir -p devstack/target/surefire-reports
                echo '<testsuite name="io.posthorn.SlowIT" time="1,234.5" tests="3" errors="0" skipped="1" failures="0">' \
                    >devstack/target/surefire-reports/TEST-slow.xml
                echo '<testsuite name="io.posthorn.QuickTest" time="0.02" tests="4" errors="0" skipped="0" failures="0">' \
                    >devstack/target/surefire-reports/TEST-quick.xml ;;
            esac
            [ ! -f "$CALLS.fail" ] || { echo "[ERROR] A.java:[1,2] this does not compile"; exit 1; }
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path calls;

    @BeforeEach
    void prepare() throws IOException {
        root = folder.resolve("check out");
        calls = folder.resolve("calls");
        for (String module : MODULES) {
            Files.createDirectories(root.resolve(module).resolve("target"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("..", "posthorn"), root.resolve("posthorn"));
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", "#!/bin/sh");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program("maven/bin/mvn", MAVEN);
    }

    @Test
    void buildsFirstAndOnlyWhatChangedAfterwards() throws Exception {
        run("status-is-nothing-without-a-record", "status");
        assertThat(calls).doesNotExist();

        interrupted("TERM", "up");
        assertThat(calls).content().contains("mvn -B -ntp -o", "-pl devstack,simulator,auth-service", "goal=apply");

        Files.delete(calls);
        interrupted("TERM", "up");
        assertThat(calls).content().doesNotContain("mvn").contains("io.posthorn.devstack.Main up");

        Files.delete(calls);
        Files.writeString(root.resolve("media-service/pom.xml"), "<project>changed</project>");
        interrupted("TERM", "up");
        assertThat(calls).content().contains("-pl media-service -am package");
    }

    @Test
    void handsTheWishToStopToDevstackAndWaitsForIt() throws Exception {
        var term = interrupted("TERM", "up");
        var interrupt = interrupted("INT", "up");

        assertThat(term.code()).isEqualTo(143);
        assertThat(interrupt.code()).isEqualTo(130);
        assertThat(calls).content().containsSubsequence("java got TERM", "java got TERM");
    }

    @Test
    void leavesDevstackRunningWhenDetached() throws Exception {
        var up = run("up", "up", "--detach");

        assertThat(up.code()).isZero();
        var devstack = ProcessHandle.of(
                        Long.parseLong(Files.readString(Path.of(calls + ".pid")).strip()))
                .orElseThrow();
        assertThat(devstack.isAlive()).isTrue();
        devstack.destroy();
        devstack.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void aFailedBuildShowsTheErrorsAndStartsNothing() throws Exception {
        Files.createFile(Path.of(calls + ".fail"));

        var up = run("up", "up");

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.output()).contains("this does not compile", "The build failed; all of it is in ");
        assertThat(calls).content().doesNotContain("java ");
    }

    @Test
    void testsInAnOrderOfChanceThatASeedBringsBackAndNamesTheSlowest() throws Exception {
        var tests = run("shuffled", "test", "--shuffled", "42", "messaging-service", "--", "-Dtest=OneIT");

        assertThat(tests.code()).isZero();
        assertThat(calls)
                .content()
                .contains(
                        "-Dsurefire.runOrder=random -Dsurefire.runOrder.random.seed=42",
                        "-Djunit.jupiter.execution.order.random.seed=42",
                        "-pl messaging-service -am verify")
                .contains("-Dtest=OneIT");
        assertThat(tests.output())
                .contains("--shuffled 42", "6 passed, 0 failed, 1 skipped")
                .containsSubsequence("The slowest:", "1234.5 s  io.posthorn.SlowIT", "io.posthorn.QuickTest");
    }

    @Test
    void handsWhatTheDoctorSaysOn() throws Exception {
        assertThat(run("doctor", "doctor", "--json").code()).isEqualTo(1);
        assertThat(calls).content().contains("io.posthorn.devstack.Main doctor --json");
        assertThat(run("doctor-help", "doctor", "--help").output()).contains("Changes nothing");
        assertThat(run("restore-help", "restore", "--help").output()).contains("--stopped-at TIME");
        assertThat(run("all", "test", "--all", "devstack").output()).contains("--all stands alone");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(run("bogus", "bogus").code()).isEqualTo(1);
        assertThat(run("option", "up", "--sideways").output()).contains("Unknown option for up: --sideways");
        assertThat(run("module", "test", "no-such-module").output()).contains("There is no module no-such-module");
        assertThat(run("help", "up", "--help").output()).contains("Usage: ./posthorn up [--detach]");
        assertThat(calls).doesNotExist();
    }

    @Test
    void findsAJdkEvenWhenJavaHomeIsOlder() throws Exception {
        program("home/.sdkman/candidates/java/25-tem/bin/java", JAVA);
        program("home/.sdkman/candidates/java/25-tem/bin/javac", "#!/bin/sh");
        Files.writeString(folder.resolve("home/.sdkman/candidates/java/25-tem/release"), "JAVA_VERSION=\"25\"\n");
        program("jdk/bin/java", JAVA.replace("java $*", "old java $*"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.createDirectories(root.resolve(".posthorn/run"));
        Files.writeString(root.resolve(".posthorn/run/processes.tsv"), "");

        var status = run("status", "status");

        // Another place of this machine may hold a JDK 25 too and come first; it will do, the one of JAVA_HOME will
        // not.
        assertThat(status.output()).doesNotContain("needs a JDK 25");
        assertThat(calls).content().contains("mvn -B -ntp -o").doesNotContain("old java");
    }

    private record Ended(int code, String output) {}

    private Ended interrupted(String signal, String... arguments) throws Exception {
        Files.deleteIfExists(Path.of(calls + ".pid"));
        var output = folder.resolve("interrupted.txt");
        var script = start(output, arguments);
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(Path.of(calls + ".pid")));
        new ProcessBuilder("kill", "-" + signal, "" + script.pid()).start().waitFor();
        return ended(script, output);
    }

    private Ended run(String name, String... arguments) throws Exception {
        var output = folder.resolve(name + ".txt");
        return ended(start(output, arguments), output);
    }

    private static Ended ended(Process script, Path output) throws Exception {
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(script.exitValue(), Files.readString(output));
    }

    private Process start(Path output, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of("bash", root.resolve("posthorn").toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("PATH", folder.resolve("maven/bin") + ":" + System.getenv("PATH"));
        builder.environment().put("CALLS", calls.toString());
        builder.environment().remove("POSTHORN_HOME");
        return builder.start();
    }

    private void program(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
