package io.posthorn.template.builder.session;

import io.posthorn.template.builder.answering.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was said in a turn, without secrets and addresses. */
@Entity
@Immutable
public class BuilderTurn {
    /** Turns of a session are numbered from 1. */
    @Embeddable
    public record Key(
            @Column(name = "workspace_id") UUID workspaceId,
            @Column(name = "session_id") UUID sessionId,
            int number) {}

    @EmbeddedId
    private Key key;

    private String said;
    private String reply;
    private String changed;
    private String engine;
    private String notice;
    private Instant createdAt;

    protected BuilderTurn() {} // for Hibernate

    public static BuilderTurn of(BuilderSession session, int number, String said, Outcome outcome, Instant now) {
        var turn = new BuilderTurn();
        turn.key = new Key(session.key().workspaceId(), session.key().id(), number);
        turn.said = Redacted.of(said);
        turn.reply = Redacted.of(outcome.turn().reply());
        turn.changed = String.join(",", outcome.turn().changed());
        turn.engine = outcome.engine();
        turn.notice = outcome.notice();
        turn.createdAt = now;
        return turn;
    }

    public int number() {
        return key.number();
    }

    public String said() {
        return said;
    }

    public String reply() {
        return reply;
    }

    public String changed() {
        return changed;
    }

    public String engine() {
        return engine;
    }

    public String notice() {
        return notice;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
