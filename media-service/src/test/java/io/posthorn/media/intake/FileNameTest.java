package io.posthorn.media.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "photo.png,photo.png",
                "../../etc/passwd,passwd",
                "C:\\Users\\me\\photo.png,photo.png",
                "/,-",
                "..,-",
                "'   ',-",
                "-,-",
                "réçu 1.png,réçu 1.png"
            })
    void keepsTheLastStepOnly(String given, String shown) {
        assertThat(FileName.shown(given)).isEqualTo(shown);
    }

    @Test
    void dropsWhatCannotBeShown() {
        assertThat(FileName.shown("a\0b\nc\u202egnp.exe\ud83d")).isEqualTo("abcgnp.exe");
        assertThat(FileName.shown("x".repeat(1000))).hasSize(255);
    }
}
