package io.posthorn.simulator.world;

/** How an accepted message lives on; each delay counts from the step before it. */
public record StatusSettings(int sentAfterMillis, int deliveredAfterMillis, int readAfterMillis, boolean readReceipts) {
    private static final int A_WEEK = 7 * 24 * 3600 * 1000;
    static final StatusSettings USUAL = new StatusSettings(15, 25, 40, true);

    public StatusSettings {
        Check.between("sentAfterMillis", sentAfterMillis, 0, A_WEEK);
        Check.between("deliveredAfterMillis", deliveredAfterMillis, 0, A_WEEK);
        Check.between("readAfterMillis", readAfterMillis, 0, A_WEEK);
    }
}
