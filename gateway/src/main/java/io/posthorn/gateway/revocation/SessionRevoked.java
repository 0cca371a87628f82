package io.posthorn.gateway.revocation;

/** A session, or an API key under its id, is no longer good. */
public record SessionRevoked(String session) {}
