package io.posthorn.media.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PNG,-,true",
                "PNG,image/png,true",
                "PNG,IMAGE/PNG; q=1,true",
                "PNG,application/octet-stream,true",
                "PNG,image/jpeg,false",
                "PNG,text/html,false",
                "JPEG,image/jpg,true",
                "WAV,audio/x-wav,true",
                "DOCX,application/msword,false",
                "JPEG,image/png,false"
            })
    void comparesWithTheDeclaredType(MediaType type, String declared, boolean agrees) {
        assertThat(type.agreesWithType(declared)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PNG,-,true",
                "PNG,photo.png,true",
                "PNG,PHOTO.PNG,true",
                "PNG,photo,true",
                "PNG,photo.jpg,false",
                "PNG,photo.png.exe,false",
                "PNG,photo.,false",
                "JPEG,photo.jpeg,true",
                "JPEG,photo.jpg,true"
            })
    void comparesWithTheNamesExtension(MediaType type, String name, boolean agrees) {
        assertThat(type.agreesWithName(name)).isEqualTo(agrees);
    }
}
