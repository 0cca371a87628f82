package io.posthorn.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that happened, ready to be told.
 *
 * @param field Meta's name of the kind of change
 * @param value the {@code value} of the change, complete for this update alone
 * @param subject names the update to the world's dice
 * @param recipient the customer's digits, so that faults can choose by it
 * @param wabaId the account that it is about; an empty text for the number's
 */
public record Update(
        String field,
        ObjectNode value,
        String subject,
        String phoneNumberId,
        String recipient,
        UpdateWatcher watcher,
        String wabaId) {

    public Update(
            String field,
            ObjectNode value,
            String subject,
            String phoneNumberId,
            String recipient,
            UpdateWatcher watcher) {
        this(field, value, subject, phoneNumberId, recipient, watcher, "");
    }

    public Update(String field, ObjectNode value, String subject, String phoneNumberId, String recipient) {
        this(field, value, subject, phoneNumberId, recipient, UpdateWatcher.NOBODY);
    }

    /** About an account as a whole. */
    public static Update ofAccount(String field, ObjectNode value, String subject, String wabaId) {
        return new Update(field, value, subject, "", "", UpdateWatcher.NOBODY, wabaId);
    }

    /** About anything but messages. */
    boolean isManagement() {
        return !field.equals(MessagesValue.FIELD);
    }
}
