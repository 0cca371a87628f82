package io.posthorn.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private final UUID workspace = UUID.randomUUID();

    @Test
    void namesItsWorkspace() {
        var token = RefreshToken.next(workspace);

        var parsed = RefreshToken.parse(token.text()).orElseThrow();

        assertThat(parsed.workspaceId()).isEqualTo(workspace);
        assertThat(parsed.hash()).isEqualTo(token.hash()).hasSize(32);
        assertThat(parsed.text()).isEqualTo(token.text()).startsWith("phr_").hasSize(68);
    }

    @Test
    void isDifferentEachTimeAndShowsNothing() {
        var one = RefreshToken.next(workspace);
        var other = RefreshToken.next(workspace);

        assertThat(one.text()).isNotEqualTo(other.text());
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.toString()).doesNotContain(one.text());
        assertThat(new IssuedTokens("a", one.text(), 1).toString()).doesNotContain(one.text());
    }
}
