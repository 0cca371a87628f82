package io.posthorn.simulator.webhook;

/** Learns how far an update has come. */
public interface UpdateWatcher {
    UpdateWatcher NOBODY = (state, url) -> {};

    /**
     * @param state in Meta's words: PENDING, RETRYING, DELIVERED or FAILED
     * @param url where it goes, empty before that is known
     */
    void told(String state, String url);
}
