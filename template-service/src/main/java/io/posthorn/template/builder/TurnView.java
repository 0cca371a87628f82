package io.posthorn.template.builder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.kit.problem.Violation;
import io.posthorn.template.builder.answering.Outcome;
import io.posthorn.template.builder.session.BuilderSession;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to one message. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TurnView(
        UUID sessionId,
        int turn,

        @Schema(examples = "Noted: body. Is it a utility message, about something the customer did, or marketing?")
        String reply,

        @Schema(description = "The one question in the reply, if there is one")
        String question,

        DraftView draft,

        @Schema(description = "Parts that are still asked for: body, category, language, examples, buttons")
        List<String> missing,

        @Schema(description = "Rules that the draft breaks") List<Violation> issues,

        @Schema(description = "What Meta may take amiss, and what would serve readers better")
        List<Violation> advice,

        @Schema(enumeration = {"collecting", "ready", "finished"})
        String state,

        @Schema(description = "Parts that this turn changed")
        List<String> changed,

        @Schema(description = "What the phone would show, as text")
        String preview,

        @Schema(enumeration = {"rules", "openai"}) String engine,

        @Schema(description = "Why another engine answered than the one that is set")
        String notice) {
    static TurnView of(BuilderSession session, Outcome outcome) {
        var turn = outcome.turn();
        return new TurnView(
                session.key().id(),
                session.turns(),
                turn.reply(),
                turn.question().isEmpty() ? null : turn.question(),
                DraftView.of(turn.state().draft()),
                turn.review().missing(),
                issues(turn.review().issues()),
                issues(turn.review().advice()),
                turn.status().word(),
                turn.changed(),
                DraftPreview.of(turn.state().draft()),
                outcome.engine(),
                outcome.notice());
    }

    static List<Violation> issues(List<io.posthorn.cloudapi.rule.Violation> found) {
        return found.stream()
                .map(issue -> new Violation(issue.pointer(), issue.code(), issue.message()))
                .toList();
    }
}
