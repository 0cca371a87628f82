package io.posthorn.template.builder.engine;

import io.posthorn.template.builder.draft.Change;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.draft.DraftButton;
import io.posthorn.template.builder.draft.Mending;
import io.posthorn.template.builder.draft.Merge;
import io.posthorn.template.builder.language.LanguageGuess;
import io.posthorn.template.builder.language.Tongue;
import io.posthorn.template.builder.understanding.Command;
import io.posthorn.template.builder.understanding.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One turn, whoever understood it: commands and changes go in, the next state, the reply and at most one question come out.
 * A turn without progress gets choices, the second one in a row a default; only a text is never chosen for anybody.
 */
public final class Conversation {
    private static final int PATIENCE = 2;
    private static final String EXAMPLE = "A-17";

    private final BuilderState before;
    private final List<String> sentences = new ArrayList<>();
    private BuilderState state;

    private Conversation(BuilderState before) {
        this.before = before;
        this.state = before;
    }

    /** The first words of a session. */
    public static Turn begun(Tongue tongue) {
        var state = BuilderState.NEW.speaking(tongue);
        var question = Phrase.BODY.in(tongue);
        return new Turn(state, Phrase.WELCOME.in(tongue) + " " + question, question, Review.of(Draft.EMPTY), List.of());
    }

    /**
     * A turn in which something was understood, or nothing at all.
     *
     * @param remark what to say first; empty for nothing
     */
    public static Turn turn(BuilderState state, List<Command> commands, List<Change> changes, String remark) {
        var conversation = new Conversation(state);
        if (!remark.isEmpty()) {
            conversation.sentences.add(remark);
        }
        conversation.merge(changes);
        commands.forEach(conversation::command);
        conversation.guessLanguage();
        return conversation.concluded(commands, !remark.isEmpty());
    }

    private void merge(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var merged = Merge.of(state.draft(), changes);
        if (merged.scrubbed()) {
            sentences.add(Phrase.SCRUBBED.in(tongue()));
        }
        state = state.with(merged.draft());
    }

    private void command(Command command) {
        switch (command) {
            case UNDO -> {
                sentences.add((state.past().isEmpty() ? Phrase.NOTHING_TO_UNDO : Phrase.UNDONE).in(tongue()));
                state = state.undone();
            }
            case START_OVER -> {
                state = state.with(Draft.EMPTY);
                sentences.add(Phrase.STARTED_OVER.in(tongue()));
            }
            case HELP -> sentences.add(Phrase.HELP.in(tongue()));
            case SKIP -> takeDefault();
            case YES -> {
                if (before.asked().equals(Question.BODY + "/sample")) {
                    takeDefault();
                }
            }
            case NO, FINISH -> {}
        }
    }

    /** Where the words tell it; people are told and may correct it. */
    private void guessLanguage() {
        var draft = state.draft();
        if (draft.language() == null && draft.body() != null) {
            LanguageGuess.of(draft.body()).ifPresent(code -> {
                state = replaced(draft.withLanguage(code));
                sentences.add(Phrase.TOOK.in(tongue(), code));
            });
        }
    }

    private Turn concluded(List<Command> commands, boolean remarked) {
        var progress = !state.draft().equals(before.draft());
        var stalled = progress ? 0 : before.stalled() + 1;
        if (stalled >= PATIENCE
                && !Question.part(before.asked()).equals(Question.BODY)
                && !commands.contains(Command.UNDO)) {
            takeDefault();
            progress = !state.draft().equals(before.draft());
            stalled = progress ? 0 : stalled;
        }
        var changed = changed(before.draft(), state.draft());
        if (!changed.isEmpty() && !commands.contains(Command.UNDO) && !commands.contains(Command.START_OVER)) {
            sentences.addFirst(Phrase.NOTED.in(tongue(), words(changed)));
        }
        var review = Review.of(state.draft());
        var wantsEnd = commands.contains(Command.FINISH)
                || (commands.contains(Command.YES) && before.asked().isEmpty());
        if (review.passes()) {
            return passing(review, changed, wantsEnd || (before.finished() && changed.isEmpty()), stalled);
        }
        if (wantsEnd) {
            sentences.add(Phrase.BLOCKED.in(tongue()));
        } else if (changed.isEmpty() && commands.isEmpty() && !remarked) {
            sentences.add(Phrase.NOT_UNDERSTOOD.in(tongue()));
        }
        var question = progress
                ? Question.afterProgress(state.draft(), review, before.asked(), tongue())
                : Question.next(state.draft(), review, before.asked(), tongue());
        sentences.add(question.text());
        state = state.asking(question.key(), stalled);
        return new Turn(state, said(), question.text(), review, changed);
    }

    private Turn passing(Review review, List<String> changed, boolean end, int stalled) {
        if (end) {
            state = state.ended();
            sentences.add(Phrase.FINISHED.in(tongue(), state.draft().effectiveName()));
        } else {
            if (changed.isEmpty() && sentences.isEmpty()) {
                sentences.add(Phrase.UNCHANGED.in(tongue()));
            }
            state = state.asking("", stalled);
            sentences.add(Phrase.READY.in(tongue()));
        }
        return new Turn(state, said(), "", review, changed);
    }

    /** For what was asked last. */
    private void takeDefault() {
        var draft = state.draft();
        var part = Question.part(before.asked());
        if (part.isEmpty()) {
            return;
        }
        var taken = defaulted(draft, part);
        if (!taken.equals(draft)) {
            state = state.with(taken);
            sentences.add(Phrase.TOOK.in(tongue(), difference(draft, taken)));
        }
    }

    private Draft defaulted(Draft draft, String part) {
        if (part.equals(Question.BODY)) {
            return Purpose.ORDER
                    .text(draft.language(), tongue())
                    .map(text -> Merge.of(draft, List.of(new Change.Body(text))).draft())
                    .map(taken -> taken.category() == null ? taken.withCategory(Purpose.ORDER.category()) : taken)
                    .orElse(draft);
        }
        if (part.equals("category")) {
            return draft.withCategory("UTILITY");
        }
        if (part.equals("language")) {
            return draft.withLanguage(
                    switch (tongue()) {
                        case EN -> "en";
                        case ES -> "es";
                        case PT -> "pt_BR";
                    });
        }
        if (part.equals("example:header")) {
            return Merge.of(draft, List.of(new Change.HeaderExample(EXAMPLE))).draft();
        }
        if (part.startsWith("example:")) {
            var number = Integer.parseInt(part.substring("example:".length()));
            return Merge.of(draft, List.of(new Change.Example(number, EXAMPLE))).draft();
        }
        if (part.startsWith("target:")) {
            var index = Integer.parseInt(part.substring("target:".length()));
            return Merge.of(draft, List.of(new Change.ButtonTarget(index, DraftButton.Kind.QUICK_REPLY, null)))
                    .draft();
        }
        return Review.of(draft).issues().stream()
                .filter(issue -> part.equals("fix:" + issue.pointer()))
                .findFirst()
                .map(issue -> Mending.of(draft, issue, Phrase.GREETING.in(tongue())))
                .orElse(draft);
    }

    private BuilderState replaced(Draft draft) {
        return new BuilderState(draft, state.past(), state.asked(), state.stalled(), state.tongue(), state.finished());
    }

    private Tongue tongue() {
        return state.tongue();
    }

    private String said() {
        return String.join(" ", sentences.stream().filter(one -> !one.isBlank()).toList());
    }

    private String difference(Draft one, Draft other) {
        if (!Objects.equals(one.category(), other.category())) {
            return other.category();
        }
        return Objects.equals(one.language(), other.language()) ? words(changed(one, other)) : other.language();
    }

    private static List<String> changed(Draft one, Draft other) {
        var changed = new ArrayList<String>();
        add(changed, "name", one.name(), other.name());
        add(changed, "language", one.language(), other.language());
        add(changed, "category", one.category(), other.category());
        add(changed, "header", one.header(), other.header());
        add(changed, "body", one.body(), other.body());
        add(
                changed,
                "examples",
                List.of(one.examples(), String.valueOf(one.headerExample())),
                List.of(other.examples(), String.valueOf(other.headerExample())));
        add(changed, "footer", one.footer(), other.footer());
        add(changed, "buttons", one.buttons(), other.buttons());
        return changed;
    }

    private static void add(List<String> changed, String part, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            changed.add(part);
        }
    }

    private String words(List<String> parts) {
        return String.join(
                ", ",
                parts.stream()
                        .map(part -> Phrase.valueOf("PART_" + part.toUpperCase(Locale.ROOT))
                                .in(tongue()))
                        .toList());
    }
}
