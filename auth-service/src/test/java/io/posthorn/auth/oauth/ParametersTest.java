package io.posthorn.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void readsWhatAFormSaysAndForgetsWhatIsEmpty() {
        var parameters = Parameters.parse("scope=a+b&&state=%C3%A9%26&nonce=&flag");

        assertThat(parameters.values()).isEqualTo(Map.of("scope", "a b", "state", "é&"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=&a=2", "a=%zz"})
    void refusesWhatCanBeReadInTwoWays(String encoded) {
        var refusal = catchThrowableOfType(OAuthRefusal.class, () -> Parameters.parse(encoded));

        assertThat(refusal.error()).isEqualTo("invalid_request");
    }

    @Test
    void refusesTooMuch() {
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> Parameters.parse("a".repeat(20_000))))
                .isNotNull();
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> Parameters.parse("&a".repeat(100))))
                .isNotNull();
    }
}
