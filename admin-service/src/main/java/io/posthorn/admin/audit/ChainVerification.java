package io.posthorn.admin.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a walk along the whole chain found. */
record ChainVerification(
        @Schema(description = "True when every entry follows the one before and none is missing")
        boolean valid,

        @Schema(description = "How many entries were found in order")
        long entries,

        @Schema(
                description =
                        "The last hash, hex. Keep a copy elsewhere to notice a chain that was rewritten as a whole")
        String head,

        @Schema(description = "The first place that is wrong; null when the chain is valid")
        Long brokenAt) {
    static ChainVerification intact(ChainHead head) {
        return new ChainVerification(true, head.sequence(), head.hash(), null);
    }

    static ChainVerification broken(ChainHead head, long lastGood) {
        return new ChainVerification(false, lastGood, head.hash(), lastGood + 1);
    }
}
