package io.posthorn.template.builder.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.posthorn.template.builder.DraftView;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.session.BuilderSession;
import io.posthorn.template.builder.session.BuilderTurn;
import io.posthorn.template.builder.session.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What operators see of a session: these fields and no others. Texts are redacted; buttons and examples are not, for they
 * are what goes to Meta.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DebugView(
        UUID id,
        UUID workspaceId,
        String state,
        int turns,
        String asked,
        int stalled,
        String speaks,
        int undoable,
        UUID templateId,
        DraftView draft,
        List<Logged> log,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt) {
    /** One turn. */
    record Logged(
            int turn, String said, String reply, List<String> changed, String engine, String notice, Instant at) {}

    static DebugView of(BuilderSession session, List<BuilderTurn> turns) {
        var state = session.state();
        return new DebugView(
                session.key().id(),
                session.key().workspaceId(),
                session.status().word(),
                session.turns(),
                state.asked(),
                state.stalled(),
                state.tongue().name(),
                state.past().size(),
                session.templateId(),
                DraftView.of(redacted(state.draft())),
                turns.stream()
                        .map(turn -> new Logged(
                                turn.number(),
                                turn.said(),
                                turn.reply(),
                                turn.changed().isEmpty()
                                        ? List.of()
                                        : List.of(turn.changed().split(",")),
                                turn.engine(),
                                turn.notice(),
                                turn.createdAt()))
                        .toList(),
                session.createdAt(),
                session.updatedAt(),
                session.expiresAt());
    }

    private static Draft redacted(Draft draft) {
        return draft.withHeader(text(draft.header()), draft.headerExample())
                .withBody(text(draft.body()), draft.examples())
                .withFooter(text(draft.footer()));
    }

    private static String text(String text) {
        return text == null ? null : Redacted.of(text);
    }
}
