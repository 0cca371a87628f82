package io.posthorn.messaging.splitting;

import io.posthorn.cloudapi.event.AccountEvent;
import io.posthorn.cloudapi.event.CoexistenceEvent;
import io.posthorn.cloudapi.event.NumberEvent;
import io.posthorn.cloudapi.event.PreferenceEvent;
import io.posthorn.cloudapi.event.TemplateEvent;
import io.posthorn.cloudapi.event.WebhookEvent;
import io.posthorn.cloudapi.part.Read;
import io.posthorn.cloudapi.webhook.WebhookChange;
import io.posthorn.cloudapi.webhook.WebhookEntry;
import io.posthorn.messaging.channel.Account;
import io.posthorn.messaging.channel.AccountChannel;
import io.posthorn.messaging.channel.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the channels of which an account's news speak. */
final class Accounts {
    private static final String OF_A_NUMBER = "PHONE_NUMBER";

    private Accounts() {}

    /** News of partners come under the partner's own id and name the account inside. */
    static Optional<String> named(WebhookEntry entry, WebhookChange change) {
        return Read.text(change.raw().path("value").path("waba_info"), "waba_id")
                .or(entry::wabaId);
    }

    static List<Channel> channels(UUID appId, WebhookEntry entry, WebhookChange change, List<AccountChannel> accounts) {
        var account = named(entry, change).map(wabaId -> new Account(appId, wabaId));
        return accounts.stream()
                .filter(one -> account.filter(one.account()::equals).isPresent())
                .map(AccountChannel::channel)
                .toList();
    }

    /** Those of the channels that the event concerns; none where it is nothing for channels to act on. */
    static List<Channel> concerned(List<Channel> channels, WebhookEvent event) {
        return switch (event) {
            case NumberEvent number ->
                number.displayPhoneNumber()
                        .map(Accounts::digits)
                        .map(wanted -> channels.stream()
                                .filter(channel ->
                                        digits(channel.displayPhoneNumber()).equals(wanted))
                                .toList())
                        .orElse(channels.size() == 1 ? channels : List.of());
            case AccountEvent.Alerted alert
            when alert.entityType().filter(OF_A_NUMBER::equals).isPresent() ->
                channels.stream()
                        .filter(channel -> alert.entityId()
                                .filter(channel.phoneNumberId()::equals)
                                .isPresent())
                        .toList();
            case AccountEvent account -> channels;
            case TemplateEvent template -> List.of();
            case PreferenceEvent preference -> List.of();
            case CoexistenceEvent coexistence -> channels;
        };
    }

    private static String digits(String number) {
        return number == null ? "" : number.replaceAll("\\D", "");
    }
}
