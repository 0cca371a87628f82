package io.posthorn.gateway.route;

/** Who may pass a route. */
public enum Access {
    /** Anybody; what stands behind decides for itself. */
    PUBLIC,
    /** Whoever shows a valid access token. */
    USER
}
