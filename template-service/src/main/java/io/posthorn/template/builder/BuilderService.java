package io.posthorn.template.builder;

import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantKey;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.template.builder.answering.BuilderConfig;
import io.posthorn.template.builder.answering.BuilderEngine;
import io.posthorn.template.builder.answering.Outcome;
import io.posthorn.template.builder.answering.Utterance;
import io.posthorn.template.builder.engine.Conversation;
import io.posthorn.template.builder.language.Tongue;
import io.posthorn.template.builder.session.BuilderProblems;
import io.posthorn.template.builder.session.BuilderSession;
import io.posthorn.template.builder.session.BuilderSessionRepository;
import io.posthorn.template.builder.session.BuilderTurn;
import io.posthorn.template.builder.session.BuilderTurnRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Leads conversations. The engine may take its time, so it works between two transactions; the second one to come loses. */
@ApplicationScoped
public class BuilderService {
    private static final int EARLIER = 8;
    private static final int MOST_SHOWN = 100;

    private record Read(BuilderSession session, List<BuilderTurn> turns) {
        Utterance utterance(String said) {
            return new Utterance(
                    session.key().workspaceId(),
                    session.state(),
                    turns.stream()
                            .map(turn -> new Utterance.Exchange(turn.said(), turn.reply()))
                            .toList(),
                    said);
        }
    }

    private final TenantTransaction tenant;
    private final CurrentCaller caller;
    private final BuilderSessionRepository sessions;
    private final BuilderTurnRepository turns;
    private final BuilderEngine engine;
    private final Idempotency idempotency;
    private final BuilderConfig config;
    private final Clock clock;

    BuilderService(
            TenantTransaction tenant,
            CurrentCaller caller,
            BuilderSessionRepository sessions,
            BuilderTurnRepository turns,
            BuilderEngine engine,
            Idempotency idempotency,
            BuilderConfig config,
            Clock clock) {
        this.tenant = tenant;
        this.caller = caller;
        this.sessions = sessions;
        this.turns = turns;
        this.engine = engine;
        this.idempotency = idempotency;
        this.config = config;
        this.clock = clock;
    }

    Uni<SessionView> begin(Tongue tongue) {
        var who = caller.get();
        return tenant.session(
                () -> idempotency.once("builder session " + tongue, SessionView.class, () -> add(who, tongue)));
    }

    private Uni<SessionView> add(Caller who, Tongue tongue) {
        var first = Conversation.begun(tongue);
        return sessions.countOpen(who.workspaceId(), now())
                .invoke(this::requireRoom)
                .chain(open -> sessions.persistAndFlush(
                        BuilderSession.begun(who.workspaceId(), who.userId(), first, now(), config.sessionLife())))
                .map(session -> SessionView.begun(session, first));
    }

    private void requireRoom(long open) {
        if (open >= config.maxSessions()) {
            throw new ProblemException(
                    BuilderProblems.TOO_MANY,
                    "A workspace has at most %d sessions at a time".formatted(config.maxSessions()));
        }
    }

    Uni<SessionView> find(UUID id) {
        return tenant.session(() -> read(key(id), MOST_SHOWN))
                .map(read -> SessionView.of(read.session(), read.turns()));
    }

    /** What somebody said, and what became of the draft. */
    Uni<TurnView> turn(UUID id, String said, Consumer<String> pieces) {
        var key = key(id);
        return tenant.session(() -> read(key, EARLIER))
                .invoke(read -> read.session().requireOpen(config.maxTurns()))
                .chain(read -> engine.turn(read.utterance(said), pieces)
                        .chain(outcome -> keep(key, read.session().turns(), said, outcome)));
    }

    private Uni<TurnView> keep(TenantKey key, int before, String said, Outcome outcome) {
        return tenant.session(key.workspaceId(), () -> sessions.findForUpdate(key)
                .map(this::alive)
                .invoke(session -> requireTheSame(session, before))
                .call(session -> {
                    var number = session.advance(outcome.turn(), now(), config.sessionLife());
                    return turns.persist(BuilderTurn.of(session, number, said, outcome, now()));
                })
                .map(session -> TurnView.of(session, outcome)));
    }

    private static void requireTheSame(BuilderSession session, int before) {
        if (session.turns() != before) {
            throw new ProblemException(CommonProblems.CONFLICT, "Another turn of this session came first");
        }
    }

    private Uni<Read> read(TenantKey key, int mostTurns) {
        return sessions.findById(key).map(this::alive).chain(session -> turns.last(key, mostTurns)
                .map(last -> new Read(session, last)));
    }

    private BuilderSession alive(BuilderSession session) {
        return BuilderSession.alive(session, now());
    }

    private TenantKey key(UUID id) {
        return new TenantKey(caller.get().workspaceId(), id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
