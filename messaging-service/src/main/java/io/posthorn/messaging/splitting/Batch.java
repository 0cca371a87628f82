package io.posthorn.messaging.splitting;

import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.channel.RoutedChannelEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What came in for one workspace, in the order of the journal. */
public record Batch(
        List<RoutedMessage> messages,
        List<RoutedRevision> revisions,
        List<RoutedStatus> statuses,
        List<RoutedPreference> preferences,
        List<RoutedTemplateReport> templates,
        List<RoutedChannelEvent> channelEvents,
        List<RoutedNotice> notices) {
    Batch() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The channels that something came in for. */
    public Collection<Channel> channels() {
        var channels = new HashMap<UUID, Channel>();
        messages.forEach(message -> channels.put(message.channel().id(), message.channel()));
        revisions.forEach(revision -> channels.put(revision.channel().id(), revision.channel()));
        statuses.forEach(status -> channels.put(status.channel().id(), status.channel()));
        return channels.values();
    }

    /** Each item alone, for when they cannot be stored together: one that cannot be stored at all holds up no other. */
    public List<Batch> items() {
        return Stream.of(
                        alone(messages, Batch::messages),
                        alone(revisions, Batch::revisions),
                        alone(statuses, Batch::statuses),
                        alone(preferences, Batch::preferences),
                        alone(templates, Batch::templates),
                        alone(channelEvents, Batch::channelEvents),
                        alone(notices, Batch::notices))
                .flatMap(each -> each)
                .toList();
    }

    private static <T> Stream<Batch> alone(List<T> items, Function<Batch, List<T>> place) {
        return items.stream().map(item -> {
            var batch = new Batch();
            place.apply(batch).add(item);
            return batch;
        });
    }
}
