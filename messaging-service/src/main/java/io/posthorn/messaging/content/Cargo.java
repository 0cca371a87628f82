package io.posthorn.messaging.content;

import java.util.Map;
import java.util.UUID;

/**
 * What Meta calls the things that a message names.
 *
 * @param media Meta's ids of our files, in one channel
 * @param reference the wamid of the message that is answered or reacted to; null when there is none
 */
public record Cargo(Map<UUID, String> media, String reference) {}
