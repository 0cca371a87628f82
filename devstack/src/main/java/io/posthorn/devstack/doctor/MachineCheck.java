package io.posthorn.devstack.doctor;

import static io.posthorn.devstack.doctor.Finding.failed;
import static io.posthorn.devstack.doctor.Finding.ok;
import static io.posthorn.devstack.doctor.Finding.warning;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The JDK that runs us, room on the disk, memory. */
record MachineCheck(Path home, int javaVersion, long leastDisk) implements Check {
    static final int JDK = 25;
    static final long GIGABYTE = 1L << 30;
    private static final long LEAST_MEMORY = 3 * GIGABYTE;

    MachineCheck(Path home) {
        this(home, Runtime.version().feature(), GIGABYTE);
    }

    @Override
    public String subject() {
        return "machine";
    }

    @Override
    public List<Finding> look() throws IOException {
        return List.of(jdk(), disk(), memory());
    }

    private Finding jdk() {
        return javaVersion == JDK
                ? ok("jdk", Runtime.version().toString())
                : failed("jdk", "Java " + javaVersion, "Install JDK 25 and point JAVA_HOME to it");
    }

    private Finding disk() throws IOException {
        var folder = home;
        while (!Files.exists(folder)) {
            folder = folder.getParent();
        }
        var free = Files.getFileStore(folder).getUsableSpace();
        var says = "%s free for %s".formatted(gigabytes(free), home);
        if (!Files.isWritable(folder)) {
            return failed("disk", folder + " cannot be written", "Give this user the folder, or set POSTHORN_HOME");
        }
        if (free < leastDisk) {
            return failed("disk", says, "Free some space: PostgreSQL and Kafka stop when the disk is full");
        }
        return free < 5 * leastDisk ? warning("disk", says, "Make room before it is needed") : ok("disk", says);
    }

    private static Finding memory() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var all = machine.getTotalMemorySize();
        return all < LEAST_MEMORY
                ? warning("memory", gigabytes(all), "The whole suite needs about 3 GB")
                : ok("memory", "%s, %d processors".formatted(gigabytes(all), machine.getAvailableProcessors()));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
    }
}
