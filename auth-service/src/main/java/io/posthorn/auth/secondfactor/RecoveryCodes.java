package io.posthorn.auth.secondfactor;

import io.posthorn.kit.crypto.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ten codes of 59 bits, for the day that the authenticator is lost. Each is good once; kept are keyed hashes. */
@ApplicationScoped
class RecoveryCodes {
    static final int HOW_MANY = 10;
    /** Without letters that look like others. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4}-?[a-z0-9]{4}-?[a-z0-9]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Envelope envelope;

    RecoveryCodes(Envelope envelope) {
        this.envelope = envelope;
    }

    List<String> fresh() {
        return Stream.generate(RecoveryCodes::code).limit(HOW_MANY).toList();
    }

    static boolean couldBe(String typed) {
        return FORM.matcher(plain(typed)).matches();
    }

    byte[] hash(UUID accountId, String code) {
        return envelope.fingerprint(compact(code), purpose(accountId));
    }

    /** Under every envelope key: a code outlives the rotation of the one that it was hashed with. */
    List<byte[]> hashes(UUID accountId, String typed) {
        return envelope.fingerprints(compact(typed), purpose(accountId));
    }

    private static String purpose(UUID accountId) {
        return "recovery-code/" + accountId;
    }

    private static String compact(String typed) {
        return plain(typed).replace("-", "");
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private static String code() {
        var letters = new StringBuilder();
        for (int at = 0; at < 12; at++) {
            letters.append(at > 0 && at % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
