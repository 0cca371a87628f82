package io.posthorn.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    private static final Path OURS = Path.of("../examples/demo/conversations.jsonl");
    private static final String ANA = """
            {"name":"Ana","from":"+55 11 96123-4567","country":"BR","language":"pt","writes":[],"answer":"Oi"}
            """;

    @Test
    void letsPeopleOfManyScriptsWriteTwiceEach() {
        var customers = Script.read(OURS);

        assertThat(customers).hasSizeGreaterThanOrEqualTo(25).allSatisfy(customer -> {
            assertThat(customer.writes()).hasSize(2);
            assertThat(customer.answer()).isNotBlank();
        });
        assertThat(customers.stream()
                        .map(customer -> UnicodeScript.of(customer.name().codePointAt(0)))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void letsSomeWriteAtTheSameInstant() {
        var instants = Script.read(OURS).stream()
                .flatMap(customer -> customer.writes().stream())
                .collect(Collectors.groupingBy(Customer.Writing::after, Collectors.counting()));

        assertThat(instants.values()).anyMatch(count -> count >= 3);
    }

    @Test
    void letsSomeWriteBothMessagesAtOnce() {
        assertThat(Script.read(OURS))
                .anyMatch(customer -> customer.writes().stream()
                                .map(Customer.Writing::after)
                                .distinct()
                                .count()
                        == 1);
    }

    @Test
    void namesTheLineThatIsWrong(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("x.jsonl"), List.of(ANA.strip(), "{\"name\":"));

        assertThatThrownBy(() -> Script.read(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesTwoCustomersWithOneNumber(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("x.jsonl"), List.of(ANA.strip(), ANA.strip()));

        assertThatThrownBy(() -> Script.read(file)).hasMessageContaining("number of somebody else");
    }
}
