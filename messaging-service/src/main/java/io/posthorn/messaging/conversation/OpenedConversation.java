package io.posthorn.messaging.conversation;

import java.util.UUID;

/** A conversation by its parties. */
public record OpenedConversation(UUID id, long number, Parties parties) {}
