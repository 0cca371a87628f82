package io.posthorn.messaging.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagingTierTest {
    @ParameterizedTest
    @CsvSource({
        "TIER_50, TIER_50, 50",
        "TIER_250, TIER_250, 250",
        "TIER_1K, TIER_1K, 1000",
        "TIER_2K, TIER_2K, 2000",
        "TIER_10K, TIER_10K, 10000",
        "TIER_100K, TIER_100K, 100000",
        "TIER_UNLIMITED, TIER_UNLIMITED,",
        "-1, TIER_UNLIMITED,",
        "2000, TIER_2K, 2000",
        "250, TIER_250, 250"
    })
    void readsMetasWordsAndNumbers(String said, String word, Integer people) {
        assertThat(MessagingTier.of(said)).contains(new MessagingTier(word, people));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIER_NOT_SET", "", "TIER_", "0", "many", "TIER_9999999K"})
    void takesNothingFromOtherWords(String said) {
        assertThat(MessagingTier.of(said)).isEqualTo(Optional.empty());
    }
}
