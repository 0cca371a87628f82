package io.posthorn.messaging.accepting;

import io.posthorn.messaging.draft.MessageDraft;

/**
 * A message that somebody wants sent. {@code key} makes repeating safe, {@code fingerprint} tells whether a repetition asks for the
 * same; both are null where the request as a whole has a key or none.
 */
public record Candidate(int index, String key, String fingerprint, MessageDraft draft) {}
