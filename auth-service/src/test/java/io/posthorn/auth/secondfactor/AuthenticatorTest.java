package io.posthorn.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
    /** RFC 6238, appendix B: the last six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
    void speaksAsTheStandardDoes(long second, String code) {
        var authenticator = Authenticator.of(new Base32().encodeToString("12345678901234567890".getBytes()));

        assertThat(authenticator.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void toleratesHalfAMinuteAndTakesNoCodeTwice() {
        var authenticator = Authenticator.fresh();
        var now = Instant.ofEpochSecond(1_800_000_000L);
        var step = 60_000_000L;
        var code = authenticator.code(now);

        assertThat(authenticator.step(code, now, 0)).hasValue(step);
        assertThat(authenticator.step(code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(authenticator.step(code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(authenticator.step(code, now, step)).isEmpty();
        assertThat(authenticator.step("", now, 0)).isEmpty();
        assertThat(authenticator.step("١٢٣٤٥٦", now, 0)).isEmpty();
    }

    @Test
    void theAddressOfTheQrCodeIsWellFormed() {
        var authenticator = Authenticator.fresh();

        assertThat(authenticator.uri("ada+x y@example.com"))
                .startsWith("otpauth://totp/Posthorn:ada%2Bx%20y%40example.com?secret=" + authenticator.base32() + "&")
                .contains("issuer=Posthorn");
        assertThat(authenticator.base32()).hasSize(32);
    }
}
