package io.posthorn.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.session.StoredToken.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTokenTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final byte[] ANSWER = {1};

    @ParameterizedTest
    @CsvSource({"-1,REFUSED", "0,REFUSED", "1,ROTATE", "600,ROTATE"})
    void anUnusedTokenIsGoodUntilItExpires(int secondsLeft, Verdict expected) {
        var token = new StoredToken(NOW.plusSeconds(secondsLeft), null, null);

        assertThat(token.verdict(aSession(null), NOW, GRACE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,REPEAT", "30,REPEAT", "31,REUSED", "86400,REUSED"})
    void aUsedTokenRepeatsItsAnswerForTheGrace(int secondsAgo, Verdict expected) {
        var token = new StoredToken(NOW.plusSeconds(60), NOW.minusSeconds(secondsAgo), ANSWER);

        assertThat(token.verdict(aSession(null), NOW, GRACE)).isEqualTo(expected);
    }

    @Test
    void aUsedTokenThatHasExpiredSinceIsStillAReuse() {
        var token = new StoredToken(NOW.minusSeconds(1), NOW.minusSeconds(60), null);

        assertThat(token.verdict(aSession(null), NOW, GRACE)).isEqualTo(Verdict.REUSED);
    }

    @Test
    void aRevokedSessionRefusesEveryToken() {
        var unused = new StoredToken(NOW.plusSeconds(60), null, null);
        var used = new StoredToken(NOW.plusSeconds(60), NOW.minusSeconds(1), ANSWER);

        assertThat(unused.verdict(aSession(NOW), NOW, GRACE)).isEqualTo(Verdict.REFUSED);
        assertThat(used.verdict(aSession(NOW), NOW, GRACE)).isEqualTo(Verdict.REFUSED);
    }

    private static Session aSession(Instant revokedAt) {
        var start = NOW.minus(Duration.ofDays(1));
        return new Session(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                start,
                start.plus(Duration.ofDays(30)),
                revokedAt);
    }
}
