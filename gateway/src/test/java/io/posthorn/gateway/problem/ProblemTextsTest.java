package io.posthorn.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.contracts.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {
    private final ProblemTexts texts = new ProblemTexts();

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void hasWordsForEveryCode(ErrorCode code) {
        var text = texts.of(code.code()).orElseThrow();

        assertThat(text.meaning())
                .as("write %s.title and %s.meaning in pages.properties", code.code(), code.code())
                .isNotBlank();
    }
}
