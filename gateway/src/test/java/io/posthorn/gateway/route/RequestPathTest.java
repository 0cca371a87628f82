package io.posthorn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/v1/media",
                "http://elsewhere/api/v1/media",
                "//internal/x",
                "/api//internal",
                "/api/v1/./media",
                "/api/v1/../internal",
                "/..",
                "/.",
                "/api/v1/..",
                "/api/%2e%2e/internal",
                "/api/%2E%2e/internal",
                "/api/.%2e/internal",
                "/api/%2finternal",
                "/api%2Finternal",
                "/api/%5cinternal",
                "/api/\\internal",
                "/api/..;/internal",
                "/api/media;x=1",
                "/api/media%3bx",
                "/api/%00",
                "/api/media%00.png",
                "/api/%0d%0aX: y",
                "/api/%09",
                "/api/%7f",
                "/api/%252e%252e/internal",
                "/api/%25",
                "/api/%c0%ae%c0%ae/internal",
                "/api/%c0%af",
                "/api/%e0%80%af",
                "/api/%f0%80%80%af",
                "/api/%fe",
                "/api/%ed%a0%80",
                "/api/%",
                "/api/%2",
                "/api/%zz",
                "/api/%u002e",
                "/api/ü",
                "/api/\u0000",
                "/api/a b",
                "/api/<x>",
                "/api/{x}",
                "/api/a#b",
                "/api/\"",
                "/api?a=\u0000",
                "/api?a=ü",
                "/api?a=#b",
                "/api?a=<b>",
                "/api?a=b|c",
                "/api?a=%",
                "/api?a=%zz"
            })
    void refusesWhatTwoReadersCouldUnderstandDifferently(String uri) {
        var refusal = catchThrowableOfType(Refusal.class, () -> RequestPath.parse(uri));

        assertThat(refusal).isNotNull();
        assertThat(refusal.type()).isEqualTo(GatewayProblems.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/media",
                "/api/v1/media/",
                "/api/v1/contacts/+15550002000",
                "/api/v1/contacts/%2B15550002000",
                "/api/v1/tags/caf%C3%A9",
                "/api/v1/tags/%F0%9F%93%AF",
                "/.well-known/jwks.json",
                "/api/v1/media/a..b",
                "/api/v1/media?next=/../x&q=%00%2e;",
                "/api/v1/media?"
            })
    void leavesPlainPathsAsTheyAre(String uri) {
        var parsed = RequestPath.parse(uri);

        assertThat(parsed.path() + parsed.query()).isEqualTo(uri);
    }
}
