package io.posthorn.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/callback",
                "https://shop.example:8443/a?b=c",
                "http://localhost:3000/callback",
                "http://127.0.0.1/",
                "http://[::1]:9/x",
                "com.example.app:/callback",
                "example.app://done",
            })
    void keepsWhatIsSafeAsItIs(String address) {
        assertThat(RedirectUri.parse(address)).contains(address);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://shop.example/callback",
                "https://shop.example/#here",
                "https://user@shop.example/",
                "https:///nowhere",
                "https://shop.example/a b",
                "https://shop.example/é",
                "javascript:alert(1)",
                "data:text/html,x",
                "myapp://callback",
                "//shop.example/",
                "/callback",
                "ftp://shop.example/",
                "http://localhost.evil.example/",
            })
    void refusesWhatOthersCouldRead(String address) {
        assertThat(RedirectUri.parse(address)).isEmpty();
    }
}
