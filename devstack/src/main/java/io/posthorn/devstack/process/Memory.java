package io.posthorn.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of a process as the system counts it. */
public final class Memory {
    private static final long KILOBYTE = 1024;

    private Memory() {}

    /** Resident bytes of a process and what its descendants hold beyond shared pages; 0 when nobody can tell. */
    public static long resident(ProcessHandle process) {
        return own(process)
                + process.descendants()
                        .mapToLong(child -> read(child, "RssAnon:"))
                        .sum();
    }

    /** Resident bytes of this process alone. */
    public static long own(ProcessHandle process) {
        return read(process, "VmRSS:");
    }

    private static long read(ProcessHandle process, String field) {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            if (!Files.exists(status)) {
                return process.isAlive() ? fromPs(process) : 0;
            }
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long fromPs(ProcessHandle process) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        try (var reader = ps.inputReader()) {
            var line = reader.readLine();
            return line == null ? 0 : Long.parseLong(line.strip()) * KILOBYTE;
        }
    }
}
