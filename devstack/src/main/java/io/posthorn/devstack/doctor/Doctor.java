package io.posthorn.devstack.doctor;

import io.posthorn.devstack.stack.StackSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs all checks. One that breaks down is a finding of its own and keeps no other from looking. */
public final class Doctor {
    private final List<Check> checks;

    Doctor(List<Check> checks) {
        this.checks = checks;
    }

    public static Doctor of(StackSettings settings, Map<String, String> environment, Clock clock) {
        var patient = new Patient(settings, environment);
        return new Doctor(List.of(
                new MachineCheck(settings.home()),
                new PortsCheck(patient),
                new ConfigurationCheck(patient),
                new SecretsCheck(patient),
                new DatabaseCheck(patient),
                new KafkaCheck(patient),
                new RedisCheck(patient),
                new MetaCheck(patient, clock)));
    }

    public List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        for (var check : checks) {
            try {
                findings.addAll(check.look());
            } catch (Exception failure) {
                findings.add(Finding.failed(
                        check.subject(),
                        "could not be looked at: " + failure.getMessage(),
                        "See ./posthorn status and ./posthorn logs"));
            }
        }
        return findings;
    }
}
