package io.posthorn.template.builder.session;

import io.posthorn.kit.Ids;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.template.builder.engine.BuilderState;
import io.posthorn.template.builder.engine.Turn;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A conversation and where it stands. It is over when nobody speaks for long, and closed when its template was made. */
@Entity
public class BuilderSession {
    @EmbeddedId
    private TenantKey key;

    @Convert(converter = StateConverter.class)
    private BuilderState state;

    @Enumerated(EnumType.STRING)
    private Turn.Status status;

    private int turns;
    private UUID templateId;
    private UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;
    private Instant expiresAt;

    @Version
    private long revision;

    protected BuilderSession() {} // for Hibernate

    public static BuilderSession begun(UUID workspaceId, UUID by, Turn first, Instant now, Duration life) {
        var session = new BuilderSession();
        session.key = new TenantKey(workspaceId, Ids.next());
        session.state = first.state();
        session.status = first.status();
        session.createdBy = by;
        session.createdAt = now;
        session.updatedAt = now;
        session.expiresAt = now.plus(life);
        return session;
    }

    /** What was looked for; a session that is over is none. */
    public static BuilderSession alive(BuilderSession found, Instant now) {
        if (found == null || found.isOver(now)) {
            throw new ProblemException(BuilderProblems.NOT_FOUND, "There is no such session, or it is over");
        }
        return found;
    }

    public void requireOpen(int maxTurns) {
        if (templateId != null) {
            throw new ProblemException(BuilderProblems.ENDED, "The session has become template " + templateId);
        }
        if (turns >= maxTurns) {
            throw new ProblemException(BuilderProblems.ENDED, "A session has at most %d turns".formatted(maxTurns));
        }
    }

    /** The number of the turn that this was. */
    public int advance(Turn turn, Instant now, Duration life) {
        state = turn.state();
        status = turn.status();
        updatedAt = now;
        expiresAt = now.plus(life);
        return ++turns;
    }

    public void exported(UUID template, Instant now) {
        templateId = template;
        status = Turn.Status.FINISHED;
        updatedAt = now;
    }

    public boolean isOver(Instant now) {
        return expiresAt.isBefore(now);
    }

    public TenantKey key() {
        return key;
    }

    public BuilderState state() {
        return state;
    }

    public Turn.Status status() {
        return status;
    }

    public int turns() {
        return turns;
    }

    public UUID templateId() {
        return templateId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
