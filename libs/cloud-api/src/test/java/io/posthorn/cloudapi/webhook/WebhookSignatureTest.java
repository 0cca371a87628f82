package io.posthorn.cloudapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final String SECRET = "test_app_secret";
    private static final byte[] BODY =
            "{\"object\":\"whatsapp_business_account\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final String HEADER = "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            test_app_secret | {"object":"whatsapp_business_account","entry":[]} | sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756
            sim-secret | {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"t":"\\u00e9\\ud83d\\ude00 a\\/b"}}]}]} | sha256=cbf0162eafcd46b7448124e0168f7bb39301f18a0f1d70c7c5790e3ed31cad9c
            """)
    void acceptsTheReferenceVectors(String secret, String body, String header) {
        var valid = WebhookSignature.verify(body.getBytes(StandardCharsets.UTF_8), header, List.of(secret));

        assertThat(valid).isTrue();
    }

    @Test
    void acceptsEitherSecretDuringRotation() {
        assertThat(WebhookSignature.verify(BODY, HEADER, List.of("", "new", SECRET)))
                .isTrue();
        assertThat(WebhookSignature.verify(BODY, HEADER, List.of(SECRET, "new")))
                .isTrue();
        assertThat(WebhookSignature.verify(BODY, HEADER, List.of("", "new"))).isFalse();
        assertThat(WebhookSignature.verify(BODY, HEADER, List.of())).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha1=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
                "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
                "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c63375é",
                "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c6337560"
            })
    void refusesABrokenHeader(String header) {
        assertThat(WebhookSignature.verify(BODY, header, List.of(SECRET))).isFalse();
    }

    @Test
    void refusesEveryChangedByte() {
        var random = new Random(20);
        for (var index = 0; index < BODY.length; index++) {
            var changed = BODY.clone();
            changed[index] ^= (byte) (1 + random.nextInt(255));

            assertThat(WebhookSignature.verify(changed, HEADER, List.of(SECRET)))
                    .isFalse();
        }
    }
}
