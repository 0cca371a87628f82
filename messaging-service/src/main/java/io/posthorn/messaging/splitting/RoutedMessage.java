package io.posthorn.messaging.splitting;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.identity.Identity;
import io.posthorn.messaging.identity.Sender;
import io.posthorn.messaging.message.Direction;
import io.posthorn.messaging.words.ReadMessage;

/**
 * A message that Meta told of: a customer's, or an <em>echo</em>, which somebody of ours wrote in the WhatsApp Business app.
 *
 * @param customer who wrote it, or to whom
 * @param becomes how the customer is known from now on, where the message says that this has changed; null otherwise
 */
public record RoutedMessage(
        Channel channel, Direction direction, Sender customer, ReadMessage message, Identity becomes) {
    private static final String NOTICE = "system";

    static RoutedMessage ofCustomer(Channel channel, Sender customer, ReadMessage message, Identity becomes) {
        return new RoutedMessage(channel, Direction.INBOUND, customer, message, becomes);
    }

    static RoutedMessage echo(Channel channel, Sender customer, ReadMessage message) {
        return new RoutedMessage(channel, Direction.OUTBOUND, customer, message, null);
    }

    public boolean isEcho() {
        return direction == Direction.OUTBOUND;
    }

    /** From the customer, and not just about them: something to answer, which opens the window. */
    public boolean wantsAnswer() {
        return !isEcho() && !message.type().equals(NOTICE);
    }
}
