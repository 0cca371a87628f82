package io.posthorn.messaging.conversation;

import java.time.Instant;

/** How much came in between two parties, and when the last of it was written. */
public record Received(Parties parties, int messages, Instant lastAt) {}
