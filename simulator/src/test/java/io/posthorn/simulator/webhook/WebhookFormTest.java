package io.posthorn.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.simulator.reference.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFormTest {
    @ParameterizedTest
    @Shows({"B2.1", "B2.6"})
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            test_app_secret | {"object":"whatsapp_business_account","entry":[]} | sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756
            sim-secret | {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"t":"\\u00e9\\ud83d\\ude00 a\\/b"}}]}]} | sha256=cbf0162eafcd46b7448124e0168f7bb39301f18a0f1d70c7c5790e3ed31cad9c
            """)
    void writesAndSignsTheReferenceVectors(String secret, String exact, String signature) throws IOException {
        var tree = new ObjectMapper().readTree(exact);

        var bytes = WebhookJson.write(tree);

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(exact);
        assertThat(WebhookSigner.sign(bytes, secret)).isEqualTo(signature);
    }
}
