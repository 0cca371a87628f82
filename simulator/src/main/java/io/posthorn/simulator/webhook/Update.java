package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that happened, ready to be told.
 *
 * @param field Meta's name of the kind of change
 * @param value the {@code value} of the change, complete for this update alone
 * @param subject names the update to the world's dice
 * @param recipient the customer's digits, so that faults can choose by it
 */
public record Update(
        String field, ObjectNode value, String subject, String phoneNumberId, String recipient, UpdateWatcher watcher) {

    public Update(String field, ObjectNode value, String subject, String phoneNumberId, String recipient) {
        this(field, value, subject, phoneNumberId, recipient, UpdateWatcher.NOBODY);
    }

    /** About templates and the like: told to the app's default callback, whatever overrides there are. */
    boolean isManagement() {
        return !field.equals(MessagesValue.FIELD);
    }
}
