package io.posthorn.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.simulator.control.ControlProblem;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final App APP = new App("500000000000001", "secret", "App", false);

    private final Directory directory = new Directory();

    @Test
    void knowsTheTokenOfAnAppByItsSecretOnly() {
        directory.put(APP);

        assertThat(directory.token("500000000000001|secret"))
                .hasValueSatisfying(token -> assertThat(token.type()).isEqualTo(TokenType.APP));
        assertThat(directory.token("500000000000001|other")).isEmpty();
        assertThat(directory.token("|")).isEmpty();
    }

    @Test
    void hasAnEnd() {
        for (var account = 0; account < 1000; account++) {
            directory.put(new BusinessAccount("3" + account, "Account"));
        }

        assertThatThrownBy(() -> directory.put(new BusinessAccount("x", "One more")))
                .isInstanceOf(ControlProblem.class);
        directory.put(new BusinessAccount("31", "Renamed"));
        assertThat(directory.account("31").orElseThrow().name()).isEqualTo("Renamed");
    }

    @Test
    void keepsTokensOutOfTexts() {
        assertThat(AccessToken.ofSystemUser("EAAS-secret", "500000000000001").toString())
                .doesNotContain("EAAS-secret");
    }

    @Test
    void isLeftByANumber() {
        directory.put(new BusinessNumber("400000000000001", "3", "15550001000", "+1 555 000 1000", "Acme"));

        directory.removeNumber("400000000000001");

        assertThat(directory.numbers()).isEmpty();
    }
}
