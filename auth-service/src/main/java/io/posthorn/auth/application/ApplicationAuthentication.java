package io.posthorn.auth.application;

import io.posthorn.auth.oauth.OAuthRefusal;
import io.posthorn.auth.oauth.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/**
 * Which application asks, and whether it has proven itself: by HTTP Basic or in the form, never by both (RFC 6749, 2.3). An
 * unknown id, a wrong secret and a missing one are refused in the same words.
 */
@ApplicationScoped
public class ApplicationAuthentication {
    private static final String BASIC = "Basic ";
    private static final int LONGEST = 1024;

    /** @param secret null when none was shown */
    private record Shown(String id, String secret) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    private final ApplicationLookupStore lookup;
    private final Clock clock;

    ApplicationAuthentication(ApplicationLookupStore lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    /** Null when there is none with this id; says nothing about who asks. */
    public Uni<Application> find(String id) {
        return lookup.find(id(id)).map(known -> known == null ? null : known.application());
    }

    /** The application that asks. A public one only names itself. */
    public Uni<Application> require(String authorization, Parameters form) {
        var shown = authorization == null ? inForm(form) : inHeader(authorization, form);
        return lookup.find(id(shown.id())).map(known -> proven(known, shown));
    }

    private Application proven(KnownApplication known, Shown shown) {
        if (known == null) {
            throw OAuthRefusal.invalidClient();
        }
        var isPublic = !known.application().confidential();
        var isProven = isPublic
                ? shown.secret() == null
                : shown.secret() != null && known.isProvenBy(shown.secret(), clock.instant());
        if (!isProven) {
            throw OAuthRefusal.invalidClient();
        }
        return known.application();
    }

    private static Shown inForm(Parameters form) {
        return new Shown(
                form.find("client_id").orElseThrow(OAuthRefusal::invalidClient),
                form.find("client_secret").orElse(null));
    }

    private static Shown inHeader(String authorization, Parameters form) {
        if (form.find("client_secret").isPresent()) {
            throw OAuthRefusal.invalidRequest("The application proves itself in one way, not in two");
        }
        var shown = basic(authorization);
        if (form.find("client_id").filter(id -> !id.equals(shown.id())).isPresent()) {
            throw OAuthRefusal.invalidRequest("client_id is not who proves itself");
        }
        return shown;
    }

    private static Shown basic(String authorization) {
        if (authorization.length() > LONGEST || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw OAuthRefusal.invalidClient();
        }
        try {
            var pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            if (colon < 0) {
                throw OAuthRefusal.invalidClient();
            }
            return new Shown(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            throw OAuthRefusal.invalidClient();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return new UUID(0, 0);
        }
    }
}
