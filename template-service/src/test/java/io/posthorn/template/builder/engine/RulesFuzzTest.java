package io.posthorn.template.builder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.template.builder.language.Tongue;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people say, in whatever order: a turn ends with a draft that can be read, and never with the same question. */
class RulesFuzzTest {
    private static final List<String> WORDS = List.of(
            "add",
            "remove",
            "a",
            "the",
            "button",
            "buttons",
            "second",
            "last",
            "header",
            "footer",
            "body",
            "\"Track it\"",
            "«Hola {{1}}, listo»",
            "https://acme.example/t/{{1}}",
            "+1 555 000 1000",
            "category",
            "marketing",
            "utility",
            "authentication",
            "language",
            "Spanish",
            "en",
            "pt_BR",
            ":",
            "->",
            ",",
            ";",
            "\n",
            "and",
            "y",
            "e",
            "undo",
            "start over",
            "finish",
            "skip",
            "yes",
            "no",
            "help",
            "shorter",
            "replace",
            "with",
            "example",
            "{{1}}",
            "{{2}} is Ana",
            "{name}",
            "quita",
            "agrega",
            "un",
            "botón",
            "pie",
            "encabezado",
            "idioma",
            "listo",
            "tire",
            "adicione",
            "um",
            "botão",
            "rodapé",
            "pronto",
            "order",
            "cita",
            "oferta",
            "Hello",
            "مرحبا",
            "🎉",
            "*",
            "_",
            "{{",
            "}}",
            "\"",
            "'",
            "(",
            ")",
            "\uD83D",
            "\uE000",
            "call it",
            "name",
            "make",
            "variable",
            "first",
            "1",
            "99",
            "?",
            "!",
            "…",
            "your order is on its way to you today",
            "x".repeat(70),
            "ana@acme.example");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTurnIsTooMuch(long seed) {
        var random = new Random(seed);
        var turn = Conversation.begun(Tongue.EN);
        for (var index = 0; index < 250; index++) {
            var said = IntStream.range(0, random.nextInt(12))
                    .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
                    .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));

            var next = Rules.turn(turn.state(), said);

            assertThat(next.reply()).as(said).isNotBlank();
            assertThat(next.question().isEmpty()
                            || !next.question().equals(turn.question())
                            || !next.state().asked().equals(turn.state().asked()))
                    .as(said)
                    .isTrue();
            assertThat(next.question().isEmpty())
                    .as(said)
                    .isEqualTo(next.review().passes());
            assertThat(next.state().draft().definition()).isNotNull();
            assertThat(next.state().past()).hasSizeLessThanOrEqualTo(20);
            turn = next;
        }
    }
}
