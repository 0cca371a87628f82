package io.posthorn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void writesOutputToItsLog() {
        try (var child = shell("echo out; echo err >&2")) {
            child.onExit().join();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(folder.resolve("child.log")).hasContent("out\nerr"));
        }
    }

    @Test
    void isReadByAThreadThatHoldsUpNoVirtualOnes() {
        try (var child = shell("exec sleep 600")) {
            assertThat(child.isAlive()).isTrue();
            assertThat(Thread.getAllStackTraces().keySet()) // which lists no virtual ones
                    .extracting(Thread::getName)
                    .contains("log of child");
        }
    }

    @Test
    void endsOnTheStopSignal() {
        var child = shell("echo up; exec sleep 600");

        child.stop(PATIENCE);

        assertThat(child.isAlive()).isFalse();
        assertThat(child.exitCode()).isEqualTo(143);
    }

    @Test
    void isKilledWhenItIgnoresTheStopSignal() {
        var child = shell("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        await().atMost(PATIENCE).until(() -> child.log().recent().contains("deaf"));

        child.stop(Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
        assertThat(child.exitCode()).isEqualTo(137);
    }

    @Test
    void saysWhichProgramIsMissing() {
        var command = new ChildProcess.Command("tool", List.of("/no/such/tool"), Map.of(), folder.resolve("tool.log"));

        assertThatThrownBy(() -> ChildProcess.start(command))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("tool cannot be started")
                .hasMessageContaining("/no/such/tool");
    }

    @Test
    void readinessEndsWithTheReasonWhenTheChildDies() {
        try (var child = shell("echo 'ERROR the port is on fire'; exit 7")) {
            assertThatThrownBy(() -> Readiness.await(child, PATIENCE, () -> false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("child ended while starting (exit code 7)")
                    .hasMessageContaining("the port is on fire");
        }
    }

    @Test
    void readinessEndsWhenTheChildHangs() {
        try (var child = shell("echo waiting for nothing; exec sleep 600")) {
            await().atMost(PATIENCE).until(() -> child.log().recent().contains("waiting for nothing"));

            assertThatThrownBy(() -> Readiness.await(child, Duration.ofSeconds(1), () -> false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("child was not ready within 1 s")
                    .hasMessageContaining("waiting for nothing");
        }
    }

    @Test
    void guardEndsChildrenOfAJvmThatWasKilled() throws Exception {
        var parent = new ProcessBuilder(
                        ChildProcess.java(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        GuardedParent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        long childPid = Long.parseLong(parent.inputReader().readLine());

        parent.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> ProcessHandle.of(childPid)
                .filter(ProcessHandle::isAlive)
                .isEmpty());
    }

    private ChildProcess shell(String script) {
        return ChildProcess.start(
                new ChildProcess.Command("child", List.of("sh", "-c", script), Map.of(), folder.resolve("child.log")));
    }

    static final class GuardedParent {
        public static void main(String[] arguments) throws InterruptedException {
            var child = ChildProcess.start(new ChildProcess.Command(
                    "child", List.of("sleep", "600"), Map.of(), Path.of(arguments[0], "guarded.log")));
            try (var guard = OrphanGuard.over(child)) {
                System.out.println(child.pid());
                Thread.currentThread().join();
            }
        }
    }
}
