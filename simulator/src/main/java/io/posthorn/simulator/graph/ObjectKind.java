package io.posthorn.simulator.graph;

/** The kinds of objects that have Graph ids. */
public enum ObjectKind {
    PHONE_NUMBER,
    ACCOUNT,
    APP,
    MEDIA,
    /** Not an object but a place: what the URLs of media point to. */
    MEDIA_HOST,
    /** Not an object: {@code GET /debug_token}. */
    DEBUG_TOKEN,
    /** Whoever the token belongs to. */
    ME,
    UPLOAD,
    TEMPLATE,
    /** A business portfolio. */
    BUSINESS,
    BUSINESS_PROFILE,
    /** Of several partners. */
    SOLUTION,
    PREVERIFIED_NUMBER,
    MESSAGE_HISTORY
}
