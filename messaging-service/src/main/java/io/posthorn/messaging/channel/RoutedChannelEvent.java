package io.posthorn.messaging.channel;

import io.posthorn.cloudapi.event.WebhookEvent;
import java.util.UUID;

/** Something that Meta told of a number or its account, and the channel that it concerns. */
public record RoutedChannelEvent(UUID channelId, WebhookEvent event) {}
