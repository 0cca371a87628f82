package io.posthorn.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.posthorn.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    private static final String EMAIL = "ada.lovelace@example.com";

    /** ASVS asks for the 3,000 commonest of those that the policy allows. */
    @Test
    void theListIsLongEnough() {
        assertThat(CommonPasswords.size()).isGreaterThan(3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "password1",
                "12345678",
                " iloveyou ",
                "qwertyuiop",
                EMAIL,
                "Ada.Lovelace"
            })
    void whatGuessersTryFirstIsRefused(String typed) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> Password.chosen(typed, EMAIL, "/newPassword"));

        assertThat(refusal.type()).isEqualTo(PasswordProblems.TOO_COMMON);
        assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/newPassword");
        assertThat(refusal.toString()).doesNotContain(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quietowls",
                "        ",
                "\u043f\u0430\u0440\u043e\u043b\u044c\u043a\u0430",
                "aaaaaaaabaaaaaaaa",
                "correct horse battery staple"
            })
    void thereAreNoRulesAboutCharacters(String typed) {
        assertThatCode(() -> Password.chosen(typed, EMAIL, "/password")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 chars", "\ud83e\udd89\ud83e\udd89\ud83e\udd89\ud83e\udd89"})
    void aShortOneIsRefused(String typed) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> Password.chosen(typed, EMAIL, "/password"));

        assertThat(refusal.violations().getFirst().code()).isEqualTo("too_short");
    }

    @Test
    void oneBeyond72BytesIsRefusedAndNotCut() {
        var refusal = catchThrowableOfType(
                ProblemException.class, () -> Password.chosen("\u20ac".repeat(25), EMAIL, "/password"));

        assertThat(refusal.type()).isEqualTo(PasswordProblems.TOO_LONG);
        assertThatCode(() -> Password.chosen("\u20ac".repeat(24), EMAIL, "/password"))
                .doesNotThrowAnyException();
    }
}
