package io.posthorn.endtoend.proof;

import io.posthorn.devstack.client.SimulatedWorld;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the comparison of all evidence came to; nothing violated, when all is as it was promised. */
public record Proof(List<Violation> violations, int captured, int unknown) {
    /** A workspace whose clients' history is known, and what it has at Meta. */
    public record Party(UUID workspaceId, History history, SimulatedWorld world) {}

    /** At most so many messages may be unknown as calls were cut off. */
    public static Proof of(Records records, PublishedEvents published, List<Party> parties, int cutOffCalls)
            throws SQLException {
        var evidence = new ArrayList<Evidence>();
        for (var party : parties) {
            evidence.add(records.of(party.workspaceId(), party.history(), party.world()));
        }
        var violations = new ArrayList<Violation>();
        evidence.forEach(one -> violations.addAll(Checker.check(one)));
        violations.addAll(Checker.checkUnknown(evidence, cutOffCalls));
        violations.addAll(LaneOwners.violations(records.marks()));
        var events = records.written();
        var topics = events.stream().map(EventOrder.Event::topic).collect(Collectors.toSet());
        violations.addAll(EventOrder.violations(events, published.read(topics)));
        return new Proof(
                violations,
                evidence.stream().mapToInt(one -> one.captures().size()).sum(),
                evidence.stream().mapToInt(Checker::unknown).sum());
    }

    public Proof and(Violation violation) {
        var more = new ArrayList<>(violations);
        more.add(violation);
        return new Proof(more, captured, unknown);
    }
}
