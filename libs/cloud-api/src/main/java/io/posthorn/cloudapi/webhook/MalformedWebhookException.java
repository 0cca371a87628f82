package io.posthorn.cloudapi.webhook;

/** The body as a whole is not a webhook: not JSON, or not an object. Its content is not repeated here. */
public final class MalformedWebhookException extends RuntimeException {
    MalformedWebhookException(String message) {
        super(message);
    }
}
