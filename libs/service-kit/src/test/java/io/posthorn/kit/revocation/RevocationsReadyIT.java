package io.posthorn.kit.revocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.posthorn.kit.KitTest;
import org.junit.jupiter.api.Test;

@KitTest
class RevocationsReadyIT {
    @Test
    void aServiceIsReadyWhenItKnowsWhatWasRevokedBeforeItsStart() {
        await().untilAsserted(() -> assertThat(given().get("/q/health/ready")
                        .jsonPath()
                        .getString("checks.find { it.name == 'revocations' }.status"))
                .isEqualTo("UP"));
    }
}
