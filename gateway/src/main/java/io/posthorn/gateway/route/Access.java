package io.posthorn.gateway.route;

/** Who may pass a route. */
public enum Access {
    /** Anybody; what stands behind decides for itself. */
    PUBLIC,
    /** Whoever shows a valid access token or API key whose scopes allow it. */
    USER,
    /** A person who logged in: no API key, whatever its scopes, and nothing else that was made for less. */
    PERSON,
    /** A user, or whoever brings a one-time ticket in the query: the service behind checks it. */
    TICKET
}
