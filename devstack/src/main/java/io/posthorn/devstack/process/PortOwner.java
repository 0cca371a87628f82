package io.posthorn.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says who listens on a port, as far as the system tells us: {@code /proc} on Linux, {@code lsof} on macOS. */
public final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** {@code " by process 123 (nginx)"}, or nothing when it cannot be found out. */
    public static String describe(int port) {
        return find(port)
                .map(process -> " by process %d%s".formatted(process.pid(), program(process)))
                .orElse("");
    }

    static Optional<ProcessHandle> find(int port) {
        try {
            if (Files.exists(Path.of("/proc/net/tcp"))) {
                return fromProc(port);
            }
            return fromLsof(port);
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static String program(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> " (" + Path.of(command).getFileName() + ")")
                .orElse("");
    }

    private static Optional<ProcessHandle> fromProc(int port) throws IOException {
        var suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (!Files.exists(Path.of(table))) {
                continue;
            }
            for (String row : Files.readAllLines(Path.of(table))) {
                var fields = row.strip().split("\\s+");
                if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
                    return holderOf("socket:[" + fields[9] + "]");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessHandle> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return files.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException | RuntimeException goneOrForeign) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
        try (var reader = lsof.inputReader()) {
            var first = reader.readLine();
            return first == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(first.strip()));
        }
    }
}
