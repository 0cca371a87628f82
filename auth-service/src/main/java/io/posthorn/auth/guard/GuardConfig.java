package io.posthorn.auth.guard;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.time.Duration;

@ConfigMapping(prefix = "posthorn.auth.guard")
interface GuardConfig {
    /** Wrong passwords for one account before each further one has to wait. */
    @Min(1)
    int freeForAccount();

    /** Wrong passwords from one network, whatever the accounts. */
    @Min(1)
    int freeForNetwork();

    /** The first wait; each further wrong password doubles it. */
    Duration firstWait();

    Duration longestWait();

    /** The longest wait where the account has logged in before. */
    Duration longestWaitWhereKnown();

    /** A count that nobody added to for so long begins anew. */
    Duration forgetAfter();

    /** A network is known for so long after the last login from there. */
    Duration knownFor();
}
