package io.posthorn.messaging.splitting;

import io.posthorn.cloudapi.webhook.TemplateStatusUpdate;
import io.posthorn.cloudapi.webhook.WebhookBody;
import io.posthorn.cloudapi.webhook.WebhookEntry;
import io.posthorn.kit.Ids;
import io.posthorn.messaging.channel.Account;
import io.posthorn.messaging.channel.AccountChannel;
import io.posthorn.messaging.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the reports about templates in a body, and the workspaces that they concern. Plain Java, no I/O. */
final class TemplateReports {
    private TemplateReports() {}

    static Stream<Account> accounts(UUID appId, WebhookBody body) {
        return body.entries().stream()
                .filter(entry -> updates(entry).findAny().isPresent())
                .flatMap(entry -> entry.wabaId().stream())
                .map(wabaId -> new Account(appId, wabaId));
    }

    /** One for each workspace with a channel on the account. Events of accounts have no id: their content identifies them. */
    static List<RoutedTemplateReport> routed(
            UUID appId, UUID journalId, WebhookBody body, List<AccountChannel> channels) {
        var routed = new ArrayList<RoutedTemplateReport>();
        for (var entry : body.entries()) {
            var reportedAt = entry.time().orElseGet(() -> Ids.madeAt(journalId));
            var delivery = entry.time().map(Object::toString).orElseGet(journalId::toString);
            var receivers = receivers(appId, entry, channels);
            updates(entry)
                    .forEach(update -> receivers.forEach(channel -> routed.add(new RoutedTemplateReport(
                            channel, update, reportedAt, identity(channel.wabaId(), delivery, update)))));
        }
        return routed;
    }

    private static Stream<TemplateStatusUpdate> updates(WebhookEntry entry) {
        return entry.changes().stream()
                .flatMap(change -> change.items().stream())
                .filter(TemplateStatusUpdate.class::isInstance)
                .map(TemplateStatusUpdate.class::cast);
    }

    private static List<Channel> receivers(UUID appId, WebhookEntry entry, List<AccountChannel> channels) {
        var account = new Account(appId, entry.wabaId().orElse(""));
        return List.copyOf(channels.stream()
                .filter(one -> one.account().equals(account))
                .map(AccountChannel::channel)
                .collect(Collectors.toMap(Channel::workspaceId, channel -> channel, (first, second) -> first))
                .values());
    }

    private static String identity(String wabaId, String delivery, TemplateStatusUpdate update) {
        return Told.hash("%s|%s|%s".formatted(wabaId, delivery, update.raw()));
    }
}
