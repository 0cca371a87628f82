package io.posthorn.messaging.connection;

import java.util.UUID;

/** The channel that a number is connected by. */
public record ChannelOfNumber(UUID channelId, String phoneNumberId) {}
