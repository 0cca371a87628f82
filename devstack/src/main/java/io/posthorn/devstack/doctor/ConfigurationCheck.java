package io.posthorn.devstack.doctor;

import static io.posthorn.devstack.doctor.Finding.failed;
import static io.posthorn.devstack.doctor.Finding.warning;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Variables that nothing reads, values that cannot be read, and values that are a danger. */
record ConfigurationCheck(Patient patient) implements Check {
    private static final String SUBJECT = "configuration";
    private static final Set<String> HOME = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Set<String> INTERNAL = Set.of("POSTHORN_ROOT", "POSTHORN_HOME");

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> look() throws IOException {
        var known = KnownSettings.of(patient.settings().installation());
        var findings = new ArrayList<Finding>();
        new TreeMap<>(patient.environment()).forEach((variable, value) -> {
            addUnknown(findings, known, variable);
            known.mistake(variable, value.strip())
                    .ifPresent(mistake -> findings.add(failed(
                            SUBJECT, "%s %s".formatted(variable, mistake), "Correct it: see docs/configuration.md")));
        });
        addDangers(findings);
        return findings.isEmpty() ? List.of(Finding.ok(SUBJECT, set() + " variables of ours are set")) : findings;
    }

    private long set() {
        return patient.environment().keySet().stream()
                .filter(name -> name.startsWith("POSTHORN_") && !INTERNAL.contains(name))
                .count();
    }

    private static void addUnknown(List<Finding> findings, KnownSettings known, String variable) {
        known.replacement(variable)
                .ifPresent(instead ->
                        findings.add(warning(SUBJECT, variable + " has no effect", "Replaced by: " + instead)));
        if (variable.startsWith("POSTHORN_") && !known.knows(variable)) {
            findings.add(warning(
                    SUBJECT,
                    variable + " is read by nobody",
                    known.nearest(variable)
                            .map(name -> "Did you mean " + name + "?")
                            .orElse("Remove it: docs/configuration.md has all names")));
        }
    }

    private void addDangers(List<Finding> findings) {
        patient.value("POSTHORN_DATABASE_URL")
                .filter(url -> url.contains("@"))
                .ifPresent(url -> findings.add(failed(
                        SUBJECT,
                        "POSTHORN_DATABASE_URL has credentials in it",
                        "Give them in variables of their own")));
        patient.value("POSTHORN_OUTBOX_RELAY_ENABLED")
                .filter("false"::equals)
                .ifPresent(off -> findings.add(
                        failed(SUBJECT, "POSTHORN_OUTBOX_RELAY_ENABLED is false", "Remove it: no event would leave")));
        patient.value("POSTHORN_AUTH_PASSWORD_COST")
                .filter(cost -> cost.matches("[0-9]"))
                .ifPresent(cost -> findings.add(
                        warning(SUBJECT, "POSTHORN_AUTH_PASSWORD_COST is " + cost, "12 keeps stolen hashes useless")));
        if (patient.value("POSTHORN_GATEWAY_CORS_ORIGINS").or(() -> patient.value("CORS_ORIGINS")).stream()
                .anyMatch("*"::equals)) {
            findings.add(warning(SUBJECT, "any web page may call the API", "Name the origins that may"));
        }
        for (var url : Map.of("POSTHORN_PUBLIC_URL", "tokens and webhooks", "POSTHORN_GRAPH_URL", "tokens of channels")
                .entrySet()) {
            patient.value(url.getKey())
                    .filter(ConfigurationCheck::isPlainAndAway)
                    .ifPresent(plain -> findings.add(failed(
                            SUBJECT,
                            "%s is not https: %s would travel in the open".formatted(url.getKey(), url.getValue()),
                            "Use https")));
        }
        if (patient.isProduction()) {
            addDangersOfProduction(findings);
        }
    }

    private void addDangersOfProduction(List<Finding> findings) {
        patient.value("POSTHORN_LIMITS_PLAN")
                .filter("development"::equals)
                .ifPresent(plan -> findings.add(failed(
                        SUBJECT, "POSTHORN_LIMITS_PLAN is development", "Choose starter, standard or business")));
        patient.value("LOG_LEVEL")
                .filter(level -> level.matches("(?i)DEBUG|TRACE"))
                .ifPresent(level -> findings.add(
                        warning(SUBJECT, "LOG_LEVEL is " + level, "INFO says what operators need, and no more")));
        if (patient.value("POSTHORN_PUBLIC_URL").isEmpty()) {
            findings.add(failed(
                    SUBJECT, "POSTHORN_PUBLIC_URL is not set", "Meta and clients need the address that they see"));
        }
    }

    private static boolean isPlainAndAway(String url) {
        try {
            var address = URI.create(url);
            return !"https".equals(address.getScheme()) && !HOME.contains(address.getHost());
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }
}
