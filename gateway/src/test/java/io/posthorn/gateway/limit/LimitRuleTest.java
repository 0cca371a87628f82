package io.posthorn.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRuleTest {
    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b, true",
        "/a/b, /a/b/, true",
        "/a/b, /a/b/c, false",
        "/a/b, /a, false",
        "/a/*/c, /a/7/c, true",
        "/a/*/c, /a/7/8/c, false",
        "/a/*/c, /a/c, false",
        "/a/**, /a, true",
        "/a/**, /a/b/c, true",
        "/a/**, /ab, false"
    })
    void coversPathsBySegments(String pattern, String path, boolean covers) {
        var rule = new LimitRule(LimitRule.segments(pattern), Set.of("POST"), LimitClass.STRICT, false);

        assertThat(rule.covers("POST", LimitRule.segments(path))).isEqualTo(covers);
        assertThat(rule.covers("GET", LimitRule.segments(path))).isFalse();
    }
}
