package io.posthorn.kit.revocation;

import static io.posthorn.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
