package io.posthorn.messaging.channel;

import io.posthorn.cloudapi.event.AccountEvent;
import io.posthorn.cloudapi.event.CoexistenceEvent;
import io.posthorn.cloudapi.event.NumberEvent;
import io.posthorn.cloudapi.event.PreferenceEvent;
import io.posthorn.cloudapi.event.TemplateEvent;
import io.posthorn.messaging.standing.NumberReading;
import io.posthorn.messaging.standing.StandingService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Hears what Meta tells of numbers and accounts, in the transaction in which it is noted. The same news may come again. What
 * the news only hints at is read from Meta soon afterwards.
 */
@ApplicationScoped
public class ChannelNews {
    private static final Set<ChannelReason> LIFTED_BY_REINSTATEMENT =
            Set.of(ChannelReason.ACCOUNT_DISABLED, ChannelReason.ACCOUNT_RESTRICTED);

    private final ChannelStore channels;
    private final ChannelChanges changes;
    private final StandingService standing;

    ChannelNews(ChannelStore channels, ChannelChanges changes, StandingService standing) {
        this.channels = channels;
        this.changes = changes;
        this.standing = standing;
    }

    public Uni<Void> heard(SqlConnection connection, UUID workspaceId, List<RoutedChannelEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> channels.find(connection, workspaceId, event.channelId())
                        .chain(channel ->
                                channel == null ? Uni.createFrom().voidItem() : heard(connection, channel, event))
                        .replaceWith(event))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> heard(SqlConnection connection, Channel channel, RoutedChannelEvent routed) {
        return switch (routed.event()) {
            case NumberEvent.QualityChanged quality ->
                told(connection, channel, ofQuality(quality)).chain(() -> lookAgain(connection, channel));
            case AccountEvent.CapabilityChanged capability ->
                told(
                        connection,
                        channel,
                        NumberReading.ofTier(capability
                                .dailyConversations()
                                .or(() -> capability.perPhone().map(Object::toString))));
            case AccountEvent.Updated update -> updated(connection, channel, update);
            case CoexistenceEvent shared -> told(connection, channel, NumberReading.ofSharedNumber());
            case NumberEvent.NameDecided name -> lookAgain(connection, channel);
            case AccountEvent.Reviewed review -> lookAgain(connection, channel);
            case AccountEvent.Alerted alert -> lookAgain(connection, channel);
            case NumberEvent.UsernameChanged username -> Uni.createFrom().voidItem();
            case NumberEvent.Secured security -> Uni.createFrom().voidItem();
            case TemplateEvent template -> Uni.createFrom().voidItem();
            case PreferenceEvent preference -> Uni.createFrom().voidItem();
        };
    }

    private static NumberReading ofQuality(NumberEvent.QualityChanged quality) {
        var reading = NumberReading.ofTier(quality.limit().or(quality::dailyConversations));
        return quality.event().equals("THROUGHPUT_UPGRADE") ? reading.upgraded() : reading;
    }

    private Uni<Void> updated(SqlConnection connection, Channel channel, AccountEvent.Updated update) {
        return switch (update.event()) {
            case "ACCOUNT_RESTRICTION" ->
                restrictsMessages(update)
                        ? stopped(connection, channel, ChannelReason.ACCOUNT_RESTRICTED, explained(update))
                        : lookAgain(connection, channel);
            case "DISABLED_UPDATE" -> banned(connection, channel, update);
            case "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED" ->
                stopped(connection, channel, ChannelReason.ACCOUNT_REMOVED, update.event());
            default -> lookAgain(connection, channel);
        };
    }

    private static boolean restrictsMessages(AccountEvent.Updated update) {
        return update.restrictions().stream()
                .anyMatch(restriction -> restriction.type().contains("INITIATED_MESSAGING"));
    }

    private static String explained(AccountEvent.Updated update) {
        return update.restrictions().stream()
                .map(restriction -> restriction.type()
                        + restriction.until().map(until -> " until " + until).orElse(""))
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private Uni<Void> banned(SqlConnection connection, Channel channel, AccountEvent.Updated update) {
        var state = update.ban().map(AccountEvent.Ban::state).orElse("");
        return switch (state) {
            case "DISABLE" -> stopped(connection, channel, ChannelReason.ACCOUNT_DISABLED, null);
            case "REINSTATE" ->
                ChannelReason.ofWord(channel.statusReason())
                                .filter(LIFTED_BY_REINSTATEMENT::contains)
                                .isPresent()
                        ? changes.healed(connection, channel).replaceWithVoid()
                        : lookAgain(connection, channel);
            default -> lookAgain(connection, channel);
        };
    }

    private Uni<Void> stopped(SqlConnection connection, Channel channel, ChannelReason reason, String detail) {
        return changes.stopped(connection, channel, reason, detail).replaceWithVoid();
    }

    private Uni<Void> told(SqlConnection connection, Channel channel, NumberReading reading) {
        return standing.told(connection, channel.workspaceId(), channel.id(), reading);
    }

    private Uni<Void> lookAgain(SqlConnection connection, Channel channel) {
        return channels.lookAgain(connection, channel.workspaceId(), List.of(channel.id()));
    }
}
