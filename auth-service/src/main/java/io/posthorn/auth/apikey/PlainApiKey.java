package io.posthorn.auth.apikey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its owner holds it: {@code ph_live_<id>_<secret><check>}. The id finds it, 256 random bits prove it, and the
 * checksum tells those who scan for leaked keys that it is really one.
 */
public final class PlainApiKey {
    private static final String PREFIX = "ph_live_";
    private static final int ID_LENGTH = 22;
    private static final int SECRET_LENGTH = 43;
    private static final int SECRET_BITS = 256;
    private static final int CHECK_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX
            + "(?<id>[0-9A-Za-z]{%d})_(?<secret>[0-9A-Za-z]{%d})(?<check>[0-9A-Za-z]{%d})"
                    .formatted(ID_LENGTH, SECRET_LENGTH, CHECK_LENGTH));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID id;
    private final String secret;

    private PlainApiKey(UUID id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    static PlainApiKey next(UUID id) {
        return new PlainApiKey(id, Base62.encode(new BigInteger(SECRET_BITS, RANDOM), SECRET_LENGTH));
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<PlainApiKey> parse(String text) {
        var form = FORM.matcher(text == null ? "" : text);
        if (!form.matches() || !check(text.substring(0, form.start("check"))).equals(form.group("check"))) {
            return Optional.empty();
        }
        return Base62.decodeId(form.group("id")).map(id -> new PlainApiKey(id, form.group("secret")));
    }

    public UUID id() {
        return id;
    }

    /** What its HMAC is made of. */
    public String secret() {
        return secret;
    }

    /** For its owner only. */
    String text() {
        var text = start(id) + "_" + secret;
        return text + check(text);
    }

    /** How the key with this id begins: enough to recognise it, no help in guessing it. */
    static String start(UUID id) {
        return PREFIX + Base62.encode(id, ID_LENGTH);
    }

    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(BigInteger.valueOf(crc.getValue()), CHECK_LENGTH);
    }

    @Override
    public String toString() {
        return "PlainApiKey";
    }
}
