package io.posthorn.messaging.bulk;

import io.posthorn.messaging.accepting.AcceptingProblems;
import io.posthorn.messaging.accepting.Candidate;
import io.posthorn.messaging.accepting.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds keys that stand more than once in one request: the first candidate leads, the others get its answer. */
final class Repeats {
    private final List<Candidate> leads = new ArrayList<>();
    private final Map<Candidate, Candidate> leadOf = new HashMap<>();

    Repeats(List<Candidate> candidates) {
        var byKey = new HashMap<String, Candidate>();
        for (var candidate : candidates) {
            var lead = candidate.key() == null ? null : byKey.putIfAbsent(candidate.key(), candidate);
            if (lead == null) {
                leads.add(candidate);
            } else {
                leadOf.put(candidate, lead);
            }
        }
    }

    List<Candidate> leads() {
        return leads;
    }

    /** Adds the outcomes of those that only repeat. */
    void answer(Map<Integer, Outcome> outcomes) {
        leadOf.forEach((repeat, lead) -> outcomes.put(
                repeat.index(),
                repeat.fingerprint().equals(lead.fingerprint())
                        ? outcomes.get(lead.index())
                        : new Outcome.Refused(AcceptingProblems.keyReused())));
    }
}
