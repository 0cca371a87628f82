package io.posthorn.messaging.receiving;

import io.posthorn.contracts.contact.ContactConsentChanged;
import io.posthorn.kit.outbox.Outbox;
import io.posthorn.kit.outbox.OutboxEvent;
import io.posthorn.messaging.contact.Consent;
import io.posthorn.messaging.contact.ContactStore;
import io.posthorn.messaging.contact.Decision;
import io.posthorn.messaging.identity.KnownSenders;
import io.posthorn.messaging.splitting.RoutedPreference;
import io.posthorn.messaging.words.Storable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** What customers say inside WhatsApp about marketing becomes the consent of their contact; of several the latest counts. */
@ApplicationScoped
class InboundPreferences {
    private final InboundContacts contacts;
    private final ContactStore store;
    private final Outbox outbox;
    private final Clock clock;

    InboundPreferences(InboundContacts contacts, ContactStore store, Outbox outbox, Clock clock) {
        this.contacts = contacts;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> store(SqlConnection connection, UUID workspaceId, List<RoutedPreference> preferences) {
        if (preferences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var senders =
                preferences.stream().map(RoutedPreference::sender).distinct().toList();
        return contacts.of(connection, workspaceId, senders)
                .chain(known -> store.decide(connection, workspaceId, latest(preferences, known)))
                .chain(changed -> outbox.append(
                        connection,
                        changed.stream()
                                .map(decision -> new OutboxEvent(workspaceId, decision.version(), event(decision)))
                                .toList()));
    }

    private List<Decision> latest(Collection<RoutedPreference> preferences, KnownSenders known) {
        var latest = new TreeMap<UUID, Decision>();
        for (var preference : preferences) {
            var decision = new Decision(
                    known.contactOf(preference.sender()),
                    preference.wanted() ? Consent.OPTED_IN : Consent.OPTED_OUT,
                    Storable.time(preference.decidedAt(), clock.instant()),
                    0);
            latest.merge(
                    decision.contactId(), decision, (one, other) -> other.at().isBefore(one.at()) ? one : other);
        }
        return List.copyOf(latest.values());
    }

    /** Nobody of ours did it. */
    private static ContactConsentChanged event(Decision decision) {
        return new ContactConsentChanged(
                decision.contactId(), decision.consent().word(), null, decision.at());
    }
}
