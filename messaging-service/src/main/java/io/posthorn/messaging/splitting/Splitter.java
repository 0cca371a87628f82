package io.posthorn.messaging.splitting;

import io.posthorn.cloudapi.webhook.WebhookBody;
import io.posthorn.cloudapi.webhook.WebhookChange;
import io.posthorn.cloudapi.webhook.WebhookEntry;
import io.posthorn.messaging.channel.Account;
import io.posthorn.messaging.channel.AccountChannel;
import io.posthorn.messaging.channel.Channel;
import io.posthorn.messaging.webhook.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes bodies apart: all entries, all changes, all items; and finds whose they are. Plain Java, no I/O. */
public final class Splitter {
    private static final Logger LOG = Logger.getLogger(Splitter.class);

    private record Body(UUID appId, UUID journalId, WebhookBody content) {}

    private final List<Body> bodies = new ArrayList<>();

    /** Fails when the body is no webhook at all. */
    public void add(JournalEntry entry) {
        bodies.add(new Body(entry.appId(), entry.id(), WebhookBody.parse(entry.body())));
    }

    public Set<String> phoneNumberIds() {
        var ids = new LinkedHashSet<String>();
        bodies.forEach(body -> body.content().changes().forEach(change -> change.phoneNumberId()
                .ifPresent(ids::add)));
        return ids;
    }

    /** The accounts of which something was told that names no number of ours. */
    public Set<Account> accounts() {
        var accounts = new LinkedHashSet<Account>();
        for (var body : bodies) {
            for (var entry : body.content().entries()) {
                entry.changes().stream()
                        .filter(change -> change.phoneNumberId().isEmpty())
                        .forEach(change -> Accounts.named(entry, change)
                                .ifPresent(wabaId -> accounts.add(new Account(body.appId(), wabaId))));
            }
            TemplateReports.accounts(body.appId(), body.content()).forEach(accounts::add);
        }
        return accounts;
    }

    /**
     * The items by workspace. A body counts only for the channels of the app that signed it: naming another app's number in
     * it leads nowhere.
     */
    public Map<UUID, Batch> batches(List<Channel> channels, List<AccountChannel> accounts) {
        var batches = new LinkedHashMap<UUID, Batch>();
        for (var body : bodies) {
            TemplateReports.routed(body.appId(), body.journalId(), body.content(), accounts)
                    .forEach(report -> batches.computeIfAbsent(report.channel().workspaceId(), id -> new Batch())
                            .templates()
                            .add(report));
            for (var entry : body.content().entries()) {
                entry.changes().forEach(change -> split(body, entry, change, channels, accounts, batches));
            }
        }
        return batches;
    }

    private static void split(
            Body body,
            WebhookEntry entry,
            WebhookChange change,
            List<Channel> channels,
            List<AccountChannel> accounts,
            Map<UUID, Batch> batches) {
        var receivers = change.phoneNumberId().isPresent()
                ? channel(channels, body.appId(), change).map(List::of).orElse(List.of())
                : Accounts.channels(body.appId(), entry, change, accounts);
        if (receivers.isEmpty()) {
            LOG.debugf("Journal entry %s: nobody here for a %s change", body.journalId(), change.field());
        }
        receivers.stream().collect(Collectors.groupingBy(Channel::workspaceId)).forEach((workspace, theirs) -> {
            var batch = batches.computeIfAbsent(workspace, id -> new Batch());
            var sorter = new Sorter(batch, theirs, Told.by(body.journalId(), entry, change));
            change.items().forEach(sorter::add);
        });
    }

    private static Optional<Channel> channel(List<Channel> channels, UUID appId, WebhookChange change) {
        return channels.stream()
                .filter(channel -> channel.appId().equals(appId)
                        && change.phoneNumberId()
                                .filter(channel.phoneNumberId()::equals)
                                .isPresent())
                .findFirst();
    }
}
