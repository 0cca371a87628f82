package io.posthorn.template.builder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.kit.problem.Violation;
import io.posthorn.template.builder.engine.Review;
import io.posthorn.template.builder.engine.Turn;
import io.posthorn.template.builder.session.BuilderSession;
import io.posthorn.template.builder.session.BuilderTurn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversation and the draft that it has filled so far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        UUID id,

        @Schema(enumeration = {"collecting", "ready", "finished"})
        String state,

        @Schema(description = "The last words of the builder")
        String reply,

        DraftView draft,
        List<String> missing,
        List<Violation> issues,

        @Schema(description = "What was said, without secrets and addresses; the last 100 turns")
        List<Said> messages,

        @Schema(description = "The template that was made of it")
        UUID templateId,

        Instant createdAt,

        @Schema(description = "Each turn moves it on") Instant expiresAt) {
    record Said(int turn, String text, String reply, Instant at) {}

    static SessionView begun(BuilderSession session, Turn first) {
        return of(session, first.reply(), List.of());
    }

    static SessionView of(BuilderSession session, List<BuilderTurn> turns) {
        return of(session, turns.isEmpty() ? null : turns.getLast().reply(), turns);
    }

    private static SessionView of(BuilderSession session, String reply, List<BuilderTurn> turns) {
        var review = Review.of(session.state().draft());
        return new SessionView(
                session.key().id(),
                session.status().word(),
                reply,
                DraftView.of(session.state().draft()),
                review.missing(),
                TurnView.issues(review.issues()),
                turns.stream()
                        .map(turn -> new Said(turn.number(), turn.said(), turn.reply(), turn.createdAt()))
                        .toList(),
                session.templateId(),
                session.createdAt(),
                session.expiresAt());
    }
}
