package io.posthorn.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedBodyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"messages\":[{},{},{}]} | 3",
                "{\"messages\":[[1,2],{\"a\":[1,2,3]},\"x\"]} | 3",
                "{\"dryRun\":{\"a\":[1,2]},\"\\u006dessages\":[{},{}]} | 2",
                "{\"messages\":[{}],\"messages\":[{},{}]} | 3",
                "{\"messages\":[]} | 1",
                "{\"messages\":[{},{}, | 2",
                "[{},{}] | 1",
                "hello | 1",
                "'' | 1"
            })
    void countsEveryItemThatAServiceCouldSee(String body, long items) {
        assertThat(CountedBody.items(Buffer.buffer(body))).isEqualTo(items);
    }

    @Test
    void countsABodyThatIsNotThereOnce() {
        assertThat(CountedBody.items(null)).isOne();
    }
}
