package io.posthorn.simulator.world;

/**
 * How an accepted message lives on; each delay counts from the step before it.
 *
 * @param playedAfterMillis how long after the reading a voice note is listened to
 * @param openChatRate how many messages are read at once because the chat is open, which skips their delivery
 */
public record StatusSettings(
        int sentAfterMillis,
        int deliveredAfterMillis,
        int readAfterMillis,
        boolean readReceipts,
        int playedAfterMillis,
        double openChatRate) {
    private static final int A_WEEK = 7 * 24 * 3600 * 1000;

    static final StatusSettings USUAL = new StatusSettings(15, 25, 40, true, 40, 0);

    public StatusSettings {
        Check.between("sentAfterMillis", sentAfterMillis, 0, A_WEEK);
        Check.between("deliveredAfterMillis", deliveredAfterMillis, 0, A_WEEK);
        Check.between("readAfterMillis", readAfterMillis, 0, A_WEEK);
        Check.between("playedAfterMillis", playedAfterMillis, 0, A_WEEK);
        Check.rate("openChatRate", openChatRate);
    }
}
