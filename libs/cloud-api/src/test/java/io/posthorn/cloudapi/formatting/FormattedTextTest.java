package io.posthorn.cloudapi.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedTextTest {
    static Stream<Arguments> marked() {
        return Stream.of(
                Arguments.of("Hello *Ana*!", "<p dir=\"ltr\">Hello <strong>Ana</strong>!</p>"),
                Arguments.of("_quietly_ and ~not~", "<p dir=\"ltr\"><em>quietly</em> and <s>not</s></p>"),
                Arguments.of("*_both_*", "<p dir=\"ltr\"><em><strong>both</strong></em></p>"),
                Arguments.of(
                        "*a _b_ c*",
                        "<p dir=\"ltr\"><strong>a </strong><em><strong>b</strong></em><strong> c</strong></p>"),
                Arguments.of("`x = 1` is code", "<p dir=\"ltr\"><code>x = 1</code> is code</p>"),
                Arguments.of("`*plain*`", "<p dir=\"ltr\"><code>*plain*</code></p>"),
                Arguments.of("see ```a\n*b*``` there", "<p dir=\"ltr\">see <code>a<br>*b*</code> there</p>"),
                Arguments.of(
                        "*x ```y``` z*",
                        "<p dir=\"ltr\"><strong>x </strong><code><strong>y</strong></code><strong> z</strong></p>"),
                Arguments.of("one\ntwo\n\nthree", "<p dir=\"ltr\">one<br>two<br><br>three</p>"),
                Arguments.of("- a\n* b", "<ul dir=\"ltr\"><li>a</li><li>b</li></ul>"),
                Arguments.of(
                        "1. a\n2. *b*",
                        "<ol dir=\"ltr\"><li value=\"1\">a</li><li value=\"2\"><strong>b</strong></li></ol>"),
                Arguments.of(
                        "> said\n> so\nfine", "<blockquote dir=\"ltr\">said<br>so</blockquote><p dir=\"ltr\">fine</p>"),
                Arguments.of("*שלום* לך", "<p dir=\"rtl\"><strong>שלום</strong> לך</p>"),
                Arguments.of("مرحبا\nHello", "<p dir=\"rtl\">مرحبا</p><p dir=\"ltr\">Hello</p>"),
                Arguments.of("👩‍👩‍👧 *🎉*", "<p dir=\"ltr\">👩‍👩‍👧 <strong>🎉</strong></p>"),
                Arguments.of("*¡Hola!* ¿qué tal?", "<p dir=\"ltr\"><strong>¡Hola!</strong> ¿qué tal?</p>"),
                Arguments.of(
                        "https://acme.example/a?b=1&c=2.",
                        "<p dir=\"ltr\"><span class=\"wa-address\">https://acme.example/a?b=1&amp;c=2</span>.</p>"));
    }

    @ParameterizedTest
    @MethodSource("marked")
    void looksAsOnThePhone(String text, String html) {
        assertThat(Html.of(FormattedText.of(text))).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snake_case_name", "2*3*4", "*open", "a * b * c", "**", "****", "*\nnot over lines*",
                "``````", "``` ```", "1.no", ">", "_", "~ x ~", "*a*b"
            })
    void marksThatMarkNothingAreCharacters(String text) {
        var formatted = FormattedText.of(text);

        assertThat(formatted.lines())
                .allSatisfy(line -> assertThat(line.kind()).isEqualTo(TextLine.Kind.PLAIN))
                .allSatisfy(line -> assertThat(line.runs())
                        .allSatisfy(run -> assertThat(run.styles()).isEmpty()));
        assertThat(formatted.plainText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "*<b>*",
                "```<i>```",
                "`</code><x>`",
                "- <li onclick='x'>",
                "> <q>",
                "1. <a href=javascript:x>",
                "https://x.example/\"onmouseover=alert(1)",
                "&lt;script&gt;",
                "\u0000<\u0001script>"
            })
    void nothingThatWasWrittenBecomesMarkup(String text) {
        var html = Html.of(FormattedText.of(text));

        var known = html.replaceAll(
                "</?(p|ul|ol|li|blockquote|strong|em|s|code|span)( (dir|class|value)=\"[a-z0-9-]*\")*>|<br>", "");
        assertThat(known).doesNotContain("<", ">", "\"", "'", "\u0000").doesNotContain("&lt;script&gt;alert(1)<");
    }

    @Test
    void halvesOfCharactersDoNotBreakThePage() {
        assertThat(Html.escaped("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void aHostileTextIsReadInBoundedTime() {
        var hostile = " *a _b ~c `d".repeat(600) + "```".repeat(200);

        assertThat(FormattedText.of(hostile).lines()).isNotEmpty();
        assertThat(FormattedText.of("*a* ".repeat(100_000)).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {38, 76, 190})
    void linesAreCountedAsTheyWrap(int characters) {
        assertThat(Truncation.lines(FormattedText.of("x".repeat(characters)))).isEqualTo((characters + 37) / 38);
    }

    @Test
    void marketingIsCutAfterFiveLines() {
        var five = FormattedText.of(Stream.generate(() -> "line").limit(5).collect(Collectors.joining("\n")));
        var six = FormattedText.of(Stream.generate(() -> "line").limit(6).collect(Collectors.joining("\n")));

        assertThat(Truncation.cuts(five, true)).isFalse();
        assertThat(Truncation.cuts(six, true)).isTrue();
        assertThat(Truncation.cuts(six, false)).isFalse();
        assertThat(Truncation.cuts(FormattedText.of("word ".repeat(200)), false))
                .isTrue();
    }
}
