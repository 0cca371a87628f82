package io.posthorn.auth.secondfactor;

import io.posthorn.kit.crypto.Signatures;
import io.posthorn.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Challenges as their holders have them: signed, good for five minutes, and worth nothing without the second factor. */
@ApplicationScoped
public class Challenges {
    public static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String PURPOSE = "login-challenge";
    private static final int CONTENT_BYTES = 40;
    private static final Pattern FORM =
            Pattern.compile("phc_([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9_-]{54})\\.([A-Za-z0-9_-]{43})");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Signatures signatures;
    private final Clock clock;

    Challenges(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    public SecondFactorNeeded needed(Challenge challenge) {
        return new SecondFactorNeeded(text(challenge));
    }

    String text(Challenge challenge) {
        var content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(challenge.accountId().getMostSignificantBits())
                .putLong(challenge.accountId().getLeastSignificantBits())
                .putLong(challenge.workspaceId().getMostSignificantBits())
                .putLong(challenge.workspaceId().getLeastSignificantBits())
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        var keyId = signatures.keyId();
        return "phc_%s.%s.%s"
                .formatted(
                        ENCODER.encodeToString(keyId.getBytes(StandardCharsets.UTF_8)),
                        ENCODER.encodeToString(content),
                        ENCODER.encodeToString(signatures.sign(keyId, PURPOSE, content)));
    }

    /** The same words for every reason: not ours, changed, too old. */
    public Challenge open(String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw refusal();
        }
        var decoder = Base64.getUrlDecoder();
        var keyId = new String(decoder.decode(parts.group(1)), StandardCharsets.UTF_8);
        var content = decoder.decode(parts.group(2));
        if (!signatures.isValid(keyId, PURPOSE, content, decoder.decode(parts.group(3)))) {
            throw refusal();
        }
        var buffer = ByteBuffer.wrap(content);
        var challenge = new Challenge(
                new UUID(buffer.getLong(), buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
        if (clock.instant().getEpochSecond() >= buffer.getLong()) {
            throw refusal();
        }
        return challenge;
    }

    private static ProblemException refusal() {
        return new ProblemException(
                SecondFactorProblems.CHALLENGE_INVALID,
                "Give e-mail address and password again; there are five minutes");
    }
}
