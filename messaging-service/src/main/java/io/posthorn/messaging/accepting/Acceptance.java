package io.posthorn.messaging.accepting;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.messaging.directory.Directories;
import io.posthorn.messaging.directory.Directory;
import io.posthorn.messaging.media.FileUse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides about candidates and stores those that may be sent, all in the transaction that it is given and with a fixed number
 * of statements. Under a key there is one message, however often and by however many it is asked for at the same time.
 */
@ApplicationScoped
public class Acceptance {
    private final Directories directories;
    private final MessageKeyStore keys;
    private final PlanStorage storage;
    private final Clock clock;

    Acceptance(Directories directories, MessageKeyStore keys, PlanStorage storage, Clock clock) {
        this.directories = directories;
        this.keys = keys;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * The outcome of each candidate by its index.
     *
     * @param impatient otherwise fails with {@link NotHeardYet} when a template is unknown
     */
    public Uni<Map<Integer, Outcome>> accept(
            SqlConnection connection,
            Author author,
            List<Candidate> candidates,
            Map<FileUse, ProblemException> mediaProblems,
            boolean impatient) {
        var outcomes = new HashMap<Integer, Outcome>();
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(outcomes);
        }
        var drafts = candidates.stream().map(Candidate::draft).toList();
        return directories
                .of(connection, author.workspaceId(), drafts)
                .map(directory -> plans(candidates, directory, mediaProblems, outcomes))
                .invoke(() -> requireHeard(outcomes, impatient))
                .chain(plans -> withoutRepetitions(connection, author, plans, outcomes))
                .chain(plans -> storage.store(connection, author, plans))
                .invoke(stored -> stored.forEach(
                        plan -> outcomes.put(plan.candidate().index(), new Outcome.Accepted(plan.accepted()))))
                .replaceWith(outcomes);
    }

    private static void requireHeard(Map<Integer, Outcome> outcomes, boolean impatient) {
        if (!impatient
                && outcomes.values().stream()
                        .anyMatch(outcome -> outcome instanceof Outcome.Refused refused
                                && AcceptingProblems.mayBeUnheardOf(refused.refusal()))) {
            throw new NotHeardYet();
        }
    }

    private List<Plan> plans(
            List<Candidate> candidates,
            Directory directory,
            Map<FileUse, ProblemException> mediaProblems,
            Map<Integer, Outcome> outcomes) {
        var decisions = new Decisions(directory, mediaProblems, clock.instant());
        var plans = new ArrayList<Plan>();
        for (var candidate : candidates) {
            try {
                plans.add(decisions.plan(candidate));
            } catch (ProblemException refusal) {
                outcomes.put(candidate.index(), new Outcome.Refused(refusal));
            }
        }
        return plans;
    }

    /** Leaves out what exists under its key already, also when that was made a moment ago by somebody else. */
    private Uni<List<Plan>> withoutRepetitions(
            SqlConnection connection, Author author, List<Plan> plans, Map<Integer, Outcome> outcomes) {
        var keyed =
                plans.stream().filter(plan -> plan.candidate().key() != null).toList();
        if (keyed.isEmpty()) {
            return Uni.createFrom().item(plans);
        }
        return keys.claim(connection, author, keyed).chain(claimed -> {
            var repeated = keyed.stream()
                    .filter(plan -> !claimed.contains(plan.messageId()))
                    .map(Plan::candidate)
                    .toList();
            return known(connection, author, repeated).invoke(outcomes::putAll).map(known -> plans.stream()
                    .filter(plan -> !known.containsKey(plan.candidate().index()))
                    .toList());
        });
    }

    /** The outcomes of candidates whose keys have been used; the others are missing. */
    public Uni<Map<Integer, Outcome>> known(SqlConnection connection, Author author, List<Candidate> candidates) {
        var wanted = candidates.stream()
                .filter(candidate -> candidate.key() != null)
                .map(Candidate::key)
                .toList();
        return keys.find(connection, author, wanted).map(found -> {
            var outcomes = new HashMap<Integer, Outcome>();
            for (var candidate : candidates) {
                if (candidate.key() != null && found.containsKey(candidate.key())) {
                    outcomes.put(candidate.index(), repetition(candidate, found.get(candidate.key())));
                }
            }
            return outcomes;
        });
    }

    private static Outcome repetition(Candidate candidate, MessageKeyStore.Known known) {
        return known.fingerprint().equals(candidate.fingerprint())
                ? new Outcome.Accepted(known.message())
                : new Outcome.Refused(AcceptingProblems.keyReused());
    }
}
