package io.posthorn.messaging.conversation;

import java.util.UUID;

/** One of our channels and the digits of a customer's number: whom a message by number is for. */
public record Line(UUID channelId, String phone) {}
