package io.posthorn.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorsTest {
    private final MultiMap answer = MultiMap.caseInsensitiveMultiMap();

    @Test
    void neverGivesCredentialsToEverybody() {
        var cors = new Cors(() -> Optional.of(List.of("*")));

        cors.mark("https://anywhere.example.com", answer);

        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.contains("Access-Control-Allow-Credentials")).isFalse();
    }

    @Test
    void givesCredentialsToAKnownOriginEvenBesideEverybody() {
        var cors = new Cors(() -> Optional.of(List.of("*", "https://app.example.com")));

        cors.mark("https://app.example.com", answer);

        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(answer.get("Access-Control-Allow-Credentials")).isEqualTo("true");
    }

    @Test
    void saysNothingWhereNoOriginIsConfigured() {
        var cors = new Cors(Optional::empty);

        cors.mark("https://app.example.com", answer);

        assertThat(answer.isEmpty()).isTrue();
    }
}
