package io.posthorn.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.auth.grant.StoredCode.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredCodeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ADDRESS = "https://shop.example/callback";
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final StoredCode code =
            new StoredCode(ADDRESS, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", null, NOON.plusSeconds(60), null);

    @Test
    void isRedeemedByItsVerifierAtItsAddressInTime() {
        assertThat(code.verdict(grant(null), ADDRESS, VERIFIER, NOON)).isEqualTo(Verdict.REDEEM);
        assertThat(code.verdict(grant(null), ADDRESS, VERIFIER, NOON.plusSeconds(60)))
                .isEqualTo(Verdict.REFUSED);
        assertThat(code.verdict(grant(null), ADDRESS + "/", VERIFIER, NOON)).isEqualTo(Verdict.REFUSED);
        assertThat(code.verdict(grant(null), ADDRESS, VERIFIER + "x", NOON)).isEqualTo(Verdict.REFUSED);
        assertThat(code.verdict(grant(NOON), ADDRESS, VERIFIER, NOON)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void tellsOfAReplayWhateverElseIsWrong() {
        var used = new StoredCode(ADDRESS, code.challenge(), null, NOON, NOON);

        assertThat(used.verdict(grant(null), "elsewhere", "wrong", NOON.plusSeconds(900)))
                .isEqualTo(Verdict.REPLAYED);
    }

    private static Grant grant(Instant revokedAt) {
        var id = new UUID(1, 1);
        return new Grant(id, id, id, id, List.of("openid"), NOON, NOON, NOON.plusSeconds(3600), revokedAt);
    }
}
