package io.posthorn.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.gateway.stub.TestKeys;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private static final EllipticCurveJsonWebKey OLD = TestKeys.make("old");
    private static final EllipticCurveJsonWebKey NEW = TestKeys.make("new");

    private final MovedClock clock = new MovedClock();
    private final RecordingSource source = new RecordingSource();
    private final SigningKeys keys = new SigningKeys(source, new Patience(), clock);

    @Test
    void asksOnceForManyTokensOfOneKey() {
        source.answers(OLD);

        keys.find("old");
        var found = keys.find("old");

        assertThat(found.result()).isPresent();
        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void asksOnceForManyWhoComeAtTheSameTime() {
        var late = source.answersLater();

        var first = keys.find("old");
        var second = keys.find("old");
        late.complete(json(OLD));

        assertThat(first.result()).isPresent();
        assertThat(second.result()).isPresent();
        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void asksAgainForAnUnknownIdBecauseKeysRotate() {
        source.answers(OLD);
        keys.find("old");
        source.answers(OLD, NEW);
        clock.move(Duration.ofSeconds(5));

        assertThat(keys.find("new").result()).isPresent();
    }

    @Test
    void doesNotAskAgainBeforeAPauseBecauseAnybodyCanInventIds() {
        source.answers(OLD);
        keys.find("old");

        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("invented" + i).result()).isEmpty();
        }

        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void keepsKnownKeysWhileAuthServiceIsAway() {
        source.answers(OLD);
        keys.find("old");
        source.fails();
        clock.move(Duration.ofHours(23));

        assertThat(keys.find("old").result()).isPresent();
        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void stopsBelievingKeysThatAreTooOld() {
        source.answers(OLD);
        keys.find("old");
        source.fails();
        clock.move(Duration.ofHours(25));

        assertThat(keys.find("old").failed()).isTrue();
    }

    @Test
    void saysThatItCannotTellWhenAuthServiceIsAwayAndTheIdUnknown() {
        source.fails();

        assertThat(keys.find("old").failed()).isTrue();
        assertThat(keys.find("old").failed()).as("within the pause").isTrue();
        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void recoversAfterThePause() {
        source.fails();
        keys.find("old");
        source.answers(OLD);
        clock.move(Duration.ofSeconds(5));

        assertThat(keys.find("old").result()).isPresent();
    }

    @Test
    void forgetsAKeyThatIsNoLongerPublished() {
        source.answers(OLD, NEW);
        var before = keys.find("old").result().orElseThrow();
        source.answers(NEW);
        clock.move(Duration.ofMinutes(5));
        keys.find("new");

        assertThat(keys.stillBelieves(before)).isFalse();
        assertThat(keys.find("old").result()).isEmpty();
    }

    @Test
    void keepsWhatItHasWhenTheAnswerIsRubbish() {
        source.answers(OLD);
        keys.find("old");
        source.answer = Future.succeededFuture("<html>");
        clock.move(Duration.ofMinutes(6));

        keys.find("old");
        assertThat(keys.find("old").result()).isPresent();
        assertThat(source.asked).isEqualTo(2);
    }

    private static String json(EllipticCurveJsonWebKey... published) {
        return new JsonWebKeySet(published).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static final class RecordingSource implements KeySource {
        private int asked;
        private Future<String> answer;

        void answers(EllipticCurveJsonWebKey... published) {
            answer = Future.succeededFuture(json(published));
        }

        Promise<String> answersLater() {
            Promise<String> later = Promise.promise();
            answer = later.future();
            return later;
        }

        void fails() {
            answer = Future.failedFuture("away");
        }

        @Override
        public Future<String> read() {
            asked++;
            return answer;
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private record Patience() implements IdentityConfig {
        @Override
        public URI keysUrl() {
            return URI.create("http://localhost/");
        }

        @Override
        public String issuer() {
            return "issuer";
        }

        @Override
        public String audience() {
            return "audience";
        }

        @Override
        public Duration clockLeeway() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration refreshAfter() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration believedFor() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration askAgainAfter() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration askTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int rememberedTokens() {
            return 10;
        }
    }
}
