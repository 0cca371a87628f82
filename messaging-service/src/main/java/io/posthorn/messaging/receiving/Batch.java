package io.posthorn.messaging.receiving;

import io.posthorn.messaging.channel.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What came in for one workspace, in the order of the journal. */
record Batch(List<RoutedMessage> messages, List<RoutedStatus> statuses, List<RoutedTemplateReport> templates) {
    Batch() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The channels that something came in for. */
    Collection<Channel> channels() {
        var channels = new HashMap<UUID, Channel>();
        messages.forEach(message -> channels.put(message.channel().id(), message.channel()));
        statuses.forEach(status -> channels.put(status.channel().id(), status.channel()));
        return channels.values();
    }
}
