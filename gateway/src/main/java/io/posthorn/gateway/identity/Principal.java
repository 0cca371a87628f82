package io.posthorn.gateway.identity;

import java.time.Instant;

/** Whoever a verified token speaks for, until it expires. */
public record Principal(String subject, String workspace, Instant expiresAt) {}
