package io.posthorn.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorRowsTest {
    @ParameterizedTest
    @CsvSource({
        "131047, 400, Re-engagement message",
        "131016, 500, Service unavailable",
        "2, 503, API Service",
        "250, 403, API Permission",
        "190, 401, Access token expired/invalid",
        "4242, 400, Unknown error"
    })
    void knowsMetasCodes(int code, int status, String title) {
        var row = ErrorRows.of(code);

        assertThat(row.status()).isEqualTo(status);
        assertThat(row.title()).isEqualTo(title);
    }
}
