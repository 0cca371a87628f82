package io.posthorn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the team sees: conversations with the customers who wrote. */
final class Inbox {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofHours(24);

    private final Account account;
    private final Watch watch;
    private final Map<String, Talk> talks;

    Inbox(Account account, Watch watch, List<Talk> talks) {
        this.account = account;
        this.watch = watch;
        this.talks = new HashMap<>();
        talks.forEach(talk -> this.talks.put(talk.customer().waId(), talk));
    }

    /** Waits until everything that was written has arrived, then compares it word by word. */
    void awaitAll() {
        watch.until(LIMIT, this::missing);
        var conversations = account.all("/api/v1/conversations");
        require(
                conversations.size() == talks.size(),
                "%d conversations instead of %d",
                conversations.size(),
                talks.size());
        var phones = phones();
        conversations.forEach(conversation -> check(conversation, phones));
    }

    /** Waits until nothing is unread any more. */
    void awaitNothingUnread() {
        watch.until(LIMIT, () -> unread() == 0 ? Optional.empty() : Optional.of(unread() + " messages are unread"));
    }

    private Optional<String> missing() {
        int written = talks.values().stream()
                .mapToInt(talk -> talk.customer().writes().size())
                .sum();
        int arrived = unread();
        return arrived == written
                ? Optional.empty()
                : Optional.of("%d of %d messages have arrived".formatted(arrived, written));
    }

    private int unread() {
        return account.all("/api/v1/conversations").stream()
                .mapToInt(conversation -> conversation.path("unreadCount").asInt())
                .sum();
    }

    private Map<String, String> phones() {
        var phones = new HashMap<String, String>();
        account.all("/api/v1/contacts")
                .forEach(contact -> phones.put(
                        contact.path("id").asText(),
                        contact.path("phone").asText().substring(1)));
        return phones;
    }

    private void check(JsonNode conversation, Map<String, String> phones) {
        var talk = talks.get(phones.get(conversation.path("contact").path("id").asText()));
        require(talk != null, "conversation %s is with nobody who wrote", conversation.path("number"));
        var customer = talk.customer();
        var id = UUID.fromString(conversation.path("id").asText());
        var texts = account.all("/api/v1/conversations/%s/messages".formatted(id)).stream()
                .map(message -> message.path("content").path("body").asText())
                .sorted()
                .toList();
        require(
                texts.equals(customer.texts().stream().sorted().toList()),
                "%s wrote %s, but the conversation holds %s",
                customer.name(),
                customer.texts(),
                texts);
        require(talk.conversationId() == null, "%s has two conversations", customer.name());
        require(
                conversation.path("contact").path("name").asText().equals(customer.name()),
                "%s is called %s",
                customer.name(),
                conversation.path("contact").path("name"));
        requireOpenWindow(
                customer, conversation.path("window").path("expiresAt").asText());
        talk.arrived(id, texts.size());
    }

    private static void requireOpenWindow(Customer customer, String expiresAt) {
        var left = Duration.between(Instant.now(), Instant.parse(expiresAt));
        require(
                left.isPositive() && left.compareTo(WINDOW) <= 0,
                "the 24-hour window of %s is open for %s",
                customer.name(),
                left);
    }

    private static void require(boolean holds, String format, Object... values) {
        if (!holds) {
            throw new DemoFailure(format.formatted(values));
        }
    }
}
