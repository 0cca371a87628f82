package io.posthorn.messaging.conversation;

import io.posthorn.messaging.identity.Identity;
import java.util.UUID;

/** One of our channels and what a customer is known by there: whom a message by number or user id is for. */
public record Line(UUID channelId, Identity identity) {}
