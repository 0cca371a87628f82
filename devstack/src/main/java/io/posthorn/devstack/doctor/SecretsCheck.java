package io.posthorn.devstack.doctor;

import static io.posthorn.devstack.doctor.Finding.failed;
import static io.posthorn.devstack.doctor.Finding.warning;

import io.posthorn.devstack.stack.StackSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Secrets must be private, long, random, and each of its own. None is ever shown. */
record SecretsCheck(Patient patient) implements Check {
    private static final String SUBJECT = "secrets";
    private static final Pattern SECRET_VARIABLE = Pattern.compile(
            "POSTHORN_(DATABASE_(OWNER|RUNTIME|WORKER)_PASSWORD|CLIENT_SECRET|AUTH_CLIENT_SECRETS_.*|ENVELOPE_KEYS)"
                    + "|[A-Z]+_(OWNER|RUNTIME|WORKER)_PASSWORD|(MESSAGING|MEDIA|TEMPLATE|ADMIN|GATEWAY)_CLIENT_SECRET");
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int SHORTEST = 32;
    private static final int FEWEST_CHARACTERS = 10;
    private static final int KEY_BYTES = 32;

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Finding> look() throws IOException {
        var findings = new ArrayList<Finding>();
        var secrets = new TreeMap<String, String>();
        var file = StackSecrets.file(patient.home());
        if (Files.exists(file)) {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                findings.add(failed(SUBJECT, file + " can be read by others", "chmod 600 " + file));
            }
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.forEach((name, value) -> secrets.put(name.toString(), value.toString()));
        }
        patient.environment().forEach((name, value) -> {
            if (SECRET_VARIABLE.matcher(name).matches() && !value.isBlank()) {
                secrets.put(name, value);
            }
        });
        if (secrets.isEmpty()) {
            return List.of(warning(SUBJECT, "there are none yet", "./posthorn init makes them, and so does up"));
        }
        secrets.forEach((name, value) -> addWeakness(findings, name, value));
        addRepeated(findings, secrets);
        return findings.isEmpty()
                ? List.of(Finding.ok(SUBJECT, "%d, private and strong".formatted(secrets.size())))
                : findings;
    }

    private static void addWeakness(List<Finding> findings, String name, String value) {
        if (name.toLowerCase(java.util.Locale.ROOT).replace('_', '-').endsWith("envelope-keys")) {
            if (!Arrays.stream(value.split(",")).allMatch(SecretsCheck::isKey)) {
                findings.add(failed(
                        SUBJECT,
                        name + " is not id:base64 of 32 random bytes",
                        "Bring the keys that stored tokens need"));
            }
        } else if (value.length() < SHORTEST || value.chars().distinct().count() < FEWEST_CHARACTERS) {
            findings.add(failed(SUBJECT, name + " can be guessed", "Replace it by 64 random characters"));
        }
    }

    private static void addRepeated(List<Finding> findings, Map<String, String> secrets) {
        var owners = new HashMap<String, String>();
        secrets.forEach((name, value) -> {
            var other = owners.putIfAbsent(value, name);
            if (other != null && !name.startsWith("POSTHORN_")) {
                findings.add(warning(
                        SUBJECT, "%s and %s are the same".formatted(other, name), "Give each a secret of its own"));
            }
        });
    }

    private static boolean isKey(String text) {
        try {
            var parts = text.strip().split(":", 2);
            var key = Base64.getDecoder().decode(parts[1]);
            return parts[0].matches("[a-z0-9-]+") && key.length == KEY_BYTES && distinct(key) >= FEWEST_CHARACTERS;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return false;
        }
    }

    private static long distinct(byte[] bytes) {
        return java.util.stream.IntStream.range(0, bytes.length)
                .map(at -> bytes[at])
                .distinct()
                .count();
    }
}
