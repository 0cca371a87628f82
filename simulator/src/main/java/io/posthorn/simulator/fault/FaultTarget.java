package io.posthorn.simulator.fault;

/**
 * What is about to happen, as far as a fault may choose by it.
 *
 * @param edge the Graph edge, or the field of a webhook
 * @param recipient the customer's digits, or an empty text
 */
public record FaultTarget(FaultKind.Place place, String edge, String phoneNumberId, String recipient) {

    public static FaultTarget call(String edge, String objectId, String recipient) {
        return new FaultTarget(FaultKind.Place.CALL, edge, objectId, recipient);
    }

    public static FaultTarget life(String phoneNumberId, String recipient) {
        return new FaultTarget(FaultKind.Place.LIFE, "messages", phoneNumberId, recipient);
    }

    public static FaultTarget webhook(String field, String phoneNumberId, String recipient) {
        return new FaultTarget(FaultKind.Place.WEBHOOK, field, phoneNumberId, recipient);
    }
}
