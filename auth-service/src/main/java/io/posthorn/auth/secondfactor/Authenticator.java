package io.posthorn.auth.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator and we both know: RFC 6238 with six digits, half a minute and SHA-1, as every authenticator speaks it. */
final class Authenticator {
    private static final int SECRET_BYTES = 20;
    /** Clocks differ, and people type slowly. */
    private static final int STEPS_TOLERATED = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private Authenticator(byte[] secret) {
        this.secret = secret;
    }

    static Authenticator fresh() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Authenticator(secret);
    }

    static Authenticator of(String base32) {
        return new Authenticator(new Base32().decode(base32));
    }

    /** For the owner, once, and sealed for us. */
    String base32() {
        return new Base32().encodeToString(secret);
    }

    /** What a QR code holds. */
    String uri(String email) {
        return "otpauth://totp/Posthorn:%s?secret=%s&issuer=Posthorn&algorithm=SHA1&digits=6&period=30"
                .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"), base32());
    }

    /** The half minute that a code is of; empty for a wrong one, and for one that is not newer than the last that was good. */
    OptionalLong step(String code, Instant now, long lastStep) {
        var period = CODES.getTimeStep();
        var current = now.getEpochSecond() / period.toSeconds();
        var found = OptionalLong.empty();
        for (var step = current - STEPS_TOLERATED; step <= current + STEPS_TOLERATED; step++) {
            if (step > lastStep && matches(code, Instant.ofEpochSecond(step * period.toSeconds()))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private boolean matches(String code, Instant at) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), code(at).getBytes(StandardCharsets.US_ASCII));
    }

    String code(Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("A secret is no key", impossible);
        }
    }

    @Override
    public String toString() {
        return "Authenticator";
    }
}
