package io.posthorn.messaging.splitting;

import io.posthorn.messaging.identity.Sender;
import java.time.Instant;
import java.util.Optional;

/** A customer said inside WhatsApp whether they want marketing. */
public record RoutedPreference(Sender sender, boolean wanted, Optional<Instant> decidedAt) {}
