package io.posthorn.auth.authorization;

import io.posthorn.kit.crypto.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What browsers keep for us and can neither read nor change: cookies, and the tickets in forms. */
@ApplicationScoped
class Seals {
    private static final Duration TICKET_LIFETIME = Duration.ofMinutes(30);
    private static final String COOKIE = "oauth2/browser";

    private final Envelope envelope;
    private final AuthorizationConfig config;
    private final Clock clock;

    Seals(Envelope envelope, AuthorizationConfig config, Clock clock) {
        this.envelope = envelope;
        this.config = config;
        this.clock = clock;
    }

    /** @param boundTo what the browser that got the form shows again with it */
    String ticket(String query, String boundTo) {
        return sealed(clock.instant().plus(TICKET_LIFETIME).getEpochSecond() + " " + query, "oauth2/ticket/" + boundTo);
    }

    /** The query; empty for a ticket of another browser, an old or a changed one. */
    Optional<String> query(String ticket, String boundTo) {
        return opened(ticket, "oauth2/ticket/" + boundTo).flatMap(text -> {
            var parts = text.split(" ", 2);
            return clock.instant().getEpochSecond() < Long.parseLong(parts[0])
                    ? Optional.of(parts[1])
                    : Optional.empty();
        });
    }

    String cookie(BrowserSession browser) {
        return sealed(
                "%s %s %s %d"
                        .formatted(
                                browser.workspaceId(),
                                browser.sessionId(),
                                browser.accountId(),
                                browser.loggedInAt().getEpochSecond()),
                COOKIE);
    }

    /** Empty for none, an old or a changed one. Whether its session still lives is another question. */
    Optional<BrowserSession> browser(String cookie) {
        return cookie == null
                ? Optional.empty()
                : opened(cookie, COOKIE).map(Seals::browserSession).filter(browser -> clock.instant()
                        .isBefore(browser.loggedInAt().plus(config.browserSession())));
    }

    private static BrowserSession browserSession(String text) {
        var parts = text.split(" ");
        return new BrowserSession(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                UUID.fromString(parts[2]),
                Instant.ofEpochSecond(Long.parseLong(parts[3])));
    }

    private String sealed(String text, String belongsTo) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(envelope.seal(text, belongsTo));
    }

    private Optional<String> opened(String text, String belongsTo) {
        try {
            return Optional.of(envelope.open(Base64.getUrlDecoder().decode(text), belongsTo));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
