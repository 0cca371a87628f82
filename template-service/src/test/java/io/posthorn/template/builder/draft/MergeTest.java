package io.posthorn.template.builder.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.template.builder.engine.Review;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to ana@acme.example today              | Write to {{1}} today
            Call +34 600 111 222 today                   | Call {{1}} today
            Call (555) 123-4567 today                    | Call {{1}} today
            Order 4711-17 of 2027-01-31 at 10:30         | Order 4711-17 of 2027-01-31 at 10:30
            It costs 1,299.90 or 12 x 108.33             | It costs 1,299.90 or 12 x 108.33
            See https://acme.example/t/15550001000 now   | See https://acme.example/t/15550001000 now
            """)
    void addressesOfPeopleBecomeVariables(String written, String kept) {
        assertThat(body(written).body()).isEqualTo(kept);
    }

    @Test
    void buttonsAndExamplesKeepTheirs() {
        var draft = Merge.of(
                        body("We will write to {{1}} soon."),
                        List.of(
                                new Change.Example(1, "ana@acme.example"),
                                new Change.AddButton(DraftButton.phoneNumber("Call", "+34 600 111 222"))))
                .draft();

        assertThat(draft.examples()).containsExactly("ana@acme.example");
        assertThat(draft.buttons()).extracting(DraftButton::target).containsExactly("+34600111222");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{name}} and {{ name }} and {order}          | {{1}} and {{1}} and {{2}}.
            {{3}} before {{1}} here                      | {{1}} before {{2}} here
            [order number] is <amount> now               | {{1}} is {{2}} now
            see [1] and [Ana] and <b>bold</b>            | see [1] and [Ana] and <b>bold</b>
            """)
    void variablesAreNumberedInTheirOrder(String written, String kept) {
        assertThat(body(written).body()).isEqualTo(kept);
    }

    @Test
    void aNewTextKeepsTheExamplesOfItsNumbers() {
        var first = Merge.of(
                        body("Hello {{1}}, it is {{2}} today."), List.of(new Change.Examples(List.of("Ana", "Friday"))))
                .draft();

        var second = Merge.of(first, List.of(new Change.Body("It is {{2}}, dear {{1}}, today.")))
                .draft();

        assertThat(second.body()).isEqualTo("It is {{1}}, dear {{2}}, today.");
        assertThat(second.examples()).containsExactly("Friday", "Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPAM", "", "utility marketing"})
    void whatMakesNoSenseChangesNothing(String category) {
        assertThat(Merge.of(
                                Draft.EMPTY,
                                List.of(
                                        new Change.Category(category),
                                        new Change.Language("tlh"),
                                        new Change.RemoveButton(3),
                                        new Change.Example(9, "x"),
                                        new Change.Name("///")))
                        .draft())
                .isEqualTo(Draft.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0007a text with\ttabs     and half \uD83D characters",
                "x\n\n\n\n\ny and more words here"
            })
    void whatCannotBeStoredIsTakenOut(String written) {
        var draft = Merge.of(
                        Draft.EMPTY,
                        List.of(
                                new Change.Body(written),
                                new Change.Header("*Big* 🎉\nnews"),
                                new Change.Category("utility"),
                                new Change.Language("en")))
                .draft();

        assertThat(Review.of(draft).issues()).isEmpty();
        assertThat(draft.header()).isEqualTo("Big news");
    }

    private static Draft body(String text) {
        return Merge.of(Draft.EMPTY, List.of(new Change.Body(text))).draft();
    }
}
