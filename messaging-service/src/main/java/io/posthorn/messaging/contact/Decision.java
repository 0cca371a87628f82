package io.posthorn.messaging.contact;

import java.time.Instant;
import java.util.UUID;

/** What a customer decided about marketing. The version is the contact's afterwards, 0 before it is noted. */
public record Decision(UUID contactId, Consent consent, Instant at, long version) {}
