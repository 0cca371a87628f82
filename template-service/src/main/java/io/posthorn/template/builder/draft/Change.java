package io.posthorn.template.builder.draft;

import java.util.List;

/** One thing that somebody wants of the draft. Whoever understands people ends here: a word list or a language model. */
public sealed interface Change {
    record Category(String category) implements Change {}

    record Language(String code) implements Change {}

    record Name(String name) implements Change {}

    /** Null takes it away. */
    record Header(String text) implements Change {}

    record Body(String text) implements Change {}

    /** Null takes it away. */
    record Footer(String text) implements Change {}

    record AddButton(DraftButton button) implements Change {}

    /** The place counts from 0; -1 is the last. */
    record RemoveButton(int index) implements Change {}

    record RemoveButtonNamed(String label) implements Change {}

    record RemoveButtons() implements Change {}

    record RenameButton(int index, String label) implements Change {}

    record ButtonTarget(int index, DraftButton.Kind kind, String target) implements Change {}

    record Examples(List<String> values) implements Change {}

    /** The number of the variable, from 1. */
    record Example(int variable, String value) implements Change {}

    record HeaderExample(String value) implements Change {}

    record ButtonExample(int index, String value) implements Change {}

    record Replace(String words, String by) implements Change {}

    /** These words of the body become a variable, and its example. */
    record MakeVariable(String words) implements Change {}

    record Shorten() implements Change {}
}
