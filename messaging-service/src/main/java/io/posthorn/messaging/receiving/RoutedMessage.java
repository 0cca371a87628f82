package io.posthorn.messaging.receiving;

import io.posthorn.cloudapi.webhook.InboundMessage;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.contact.Sender;

/** A message that came in through one of our channels. */
record RoutedMessage(Channel channel, Sender sender, InboundMessage message) {}
