package io.posthorn.messaging.splitting;

import io.posthorn.cloudapi.webhook.StatusUpdate;
import io.posthorn.messaging.channel.Channel;

/** A status of a message that went out through one of our channels. */
public record RoutedStatus(Channel channel, StatusUpdate status) {}
