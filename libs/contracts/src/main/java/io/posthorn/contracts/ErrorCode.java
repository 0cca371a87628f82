package io.posthorn.contracts;

import java.util.Locale;

/**
 * The stable words that clients switch on: {@code code} in a problem document, and the last segment of its {@code type}.
 * A code is never renamed or reused.
 */
public enum ErrorCode {
    MALFORMED_REQUEST,
    INVALID_REQUEST,
    INVALID_CURSOR,
    UNAUTHENTICATED,
    SESSION_REVOKED,
    INVALID_CREDENTIALS,
    FORBIDDEN,
    INSUFFICIENT_SCOPE,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    UNSUPPORTED_MEDIA_TYPE,
    PAYLOAD_TOO_LARGE,
    RATE_LIMITED,
    CONFLICT,
    INTERNAL_ERROR,
    UNAVAILABLE,
    UPSTREAM_UNAVAILABLE,
    UPSTREAM_TIMEOUT,
    EXTERNAL_SERVICE,
    IDEMPOTENCY_KEY_INVALID,
    IDEMPOTENCY_KEY_IN_USE,
    IDEMPOTENCY_KEY_REUSED,
    EMAIL_TAKEN,
    PASSWORD_TOO_LONG,
    REFRESH_TOKEN_INVALID,
    CHANNEL_NOT_FOUND,
    CHANNEL_UNAVAILABLE,
    CHANNEL_NOT_VERIFIED,
    PHONE_NUMBER_ID_TAKEN,
    CONTACT_NOT_FOUND,
    CONVERSATION_NOT_FOUND,
    MESSAGE_NOT_FOUND,
    RECIPIENT_INVALID,
    WINDOW_CLOSED,
    WEBHOOK_SIGNATURE_INVALID,
    WEBHOOK_TOKEN_INVALID,
    TEMPLATE_NOT_FOUND,
    TEMPLATE_EXISTS,
    TEMPLATE_INVALID,
    MEDIA_NOT_FOUND,
    MEDIA_EMPTY,
    MEDIA_TYPE_REFUSED,
    MEDIA_TOO_LARGE,
    MEDIA_TYPE_MISMATCH;

    /** The word as it stands in problem documents: {@code snake_case}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
