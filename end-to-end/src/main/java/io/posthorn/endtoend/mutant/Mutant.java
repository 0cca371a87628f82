package io.posthorn.endtoend.mutant;

import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.chaos.Disaster;
import io.posthorn.endtoend.proof.Promise;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a build leaves out, which promise that breaks, and the disasters that bring it to light. */
enum Mutant {
    /** A message is not marked before Meta is called for it, so a new owner of the lane calls again. */
    CALLING_MARK(Part.MESSAGING, Promise.DOUBLED, Disaster.MESSAGING_KILLED),
    /** An event that comes again has its effect again. */
    INBOX_CHECK(Part.ADMIN, Promise.COUNTED_WRONG, Disaster.ADMIN_KILLED),
    /** The answer to a key is not stored with the message, so asking again makes a second one. */
    IDEMPOTENCY_ROW(Part.MESSAGING, Promise.DOUBLED, Disaster.ANSWERS_LOST),
    /** The relay goes past numbers whose transactions still run. */
    HORIZON_GUARD(Part.MESSAGING, Promise.EVENT_MISSING, Disaster.COMMITS_LATE),
    /** An owner whose lane was taken over marks and calls all the same. */
    EPOCH_CHECK(Part.MESSAGING, Promise.TWO_OWNERS, Disaster.MESSAGING_FROZEN);

    private static final int TIMES = 2;

    private final Part part;
    private final Promise breaks;
    private final Disaster weakness;

    Mutant(Part part, Promise breaks, Disaster weakness) {
        this.part = part;
        this.breaks = breaks;
        this.weakness = weakness;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Part part() {
        return part;
    }

    Promise breaks() {
        return breaks;
    }

    Patch patch(Path root) {
        return Patch.read(root.resolve("end-to-end/src/test/mutants").resolve(label() + ".patch"));
    }

    List<Disaster> disasters() {
        return Collections.nCopies(TIMES, weakness);
    }

    /** What the unchanged product has to stand. */
    static List<Disaster> allDisasters() {
        return Arrays.stream(values())
                .flatMap(mutant -> mutant.disasters().stream())
                .toList();
    }
}
