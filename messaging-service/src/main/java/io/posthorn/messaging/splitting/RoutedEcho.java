package io.posthorn.messaging.splitting;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.contact.Sender;

/** A message that somebody of ours wrote in the WhatsApp Business app, and to whom. */
public record RoutedEcho(Channel channel, Sender recipient, ReadMessage message) {}
