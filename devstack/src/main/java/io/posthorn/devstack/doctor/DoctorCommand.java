package io.posthorn.devstack.doctor;

import com.fasterxml.jackson.core.JacksonException;
import io.posthorn.devstack.Places;
import io.posthorn.devstack.client.JsonHttp;
import io.posthorn.devstack.doctor.Finding.Level;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.stack.StackSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what is found, line by line, and ends with 1 when something must be done. */
@Command(name = "doctor", description = "Look at everything Posthorn depends on, and say what to do")
public final class DoctorCommand implements Callable<Integer> {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Mixin
    private Places places;

    @Option(names = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Integer call() throws JacksonException {
        KAFKA.setLevel(java.util.logging.Level.OFF);
        var findings = findings();
        if (json) {
            System.out.println(JsonHttp.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            findings.stream().map(DoctorCommand::json).toList()));
        } else {
            findings.forEach(DoctorCommand::print);
            System.out.printf(
                    "%n%d ok, %d to look at, %d to repair%n",
                    count(findings, Level.OK), count(findings, Level.WARNING), count(findings, Level.FAILED));
        }
        return count(findings, Level.FAILED) == 0 ? 0 : 1;
    }

    /** Settings that cannot even be read are a finding, too. */
    private List<Finding> findings() {
        try {
            var settings = StackSettings.fromEnvironment(places.root(), places.home(), System.getenv());
            return Doctor.of(settings, System.getenv(), Clock.systemUTC()).examine();
        } catch (StartFailure unreadable) {
            return List.of(
                    Finding.failed("configuration", unreadable.getMessage(), "Correct it: see docs/configuration.md"));
        }
    }

    private static Map<String, String> json(Finding finding) {
        return Map.of(
                "level", finding.level().word(),
                "subject", finding.subject(),
                "says", finding.says(),
                "remedy", finding.remedy());
    }

    private static void print(Finding finding) {
        System.out.printf("%-8s %-14s %s%n", finding.level().word(), finding.subject(), finding.says());
        if (!finding.remedy().isEmpty()) {
            System.out.printf("%-8s %-14s -> %s%n", "", "", finding.remedy());
        }
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
