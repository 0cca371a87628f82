package io.posthorn.messaging.splitting;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.contact.Identity;
import io.posthorn.messaging.contact.Sender;

/**
 * A message that came in through one of our channels.
 *
 * @param becomes how the sender is known from now on, where the message says that this has changed; null otherwise
 */
public record RoutedMessage(Channel channel, Sender sender, ReadMessage message, Identity becomes) {
    private static final String NOTICE = "system";

    /** Not from the customer, but about them: it is nothing to answer, and opens no window. */
    public boolean isNotice() {
        return message.type().equals(NOTICE);
    }
}
