package io.posthorn.auth.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cookies that no script reads and no other site sends along with a form. With https they have the prefix {@code __Host-}, so
 * that nobody on a neighbouring name can set them; without, browsers would not keep such ones.
 */
@ApplicationScoped
class Cookies {
    private static final Duration LOGIN_LIFETIME = Duration.ofMinutes(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean https;
    private final AuthorizationConfig config;

    Cookies(@ConfigProperty(name = "posthorn.public-url") String publicUrl, AuthorizationConfig config) {
        this.https = publicUrl.startsWith("https:");
        this.config = config;
    }

    String sessionName() {
        return name("posthorn-session");
    }

    String loginName() {
        return name("posthorn-login");
    }

    /** What binds a login form to the browser that got it, before anybody is logged in. */
    String newLogin() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    NewCookie session(String value) {
        return cookie(sessionName(), value, config.browserSession());
    }

    NewCookie login(String value) {
        return cookie(loginName(), value, LOGIN_LIFETIME);
    }

    NewCookie noLogin() {
        return cookie(loginName(), "", Duration.ZERO);
    }

    /** Null for none. */
    String find(HttpHeaders headers, String name) {
        var cookie = headers.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    private NewCookie cookie(String name, String value, Duration lifetime) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(https)
                .sameSite(SameSite.LAX)
                .build();
    }

    private String name(String plain) {
        return https ? "__Host-" + plain : plain;
    }
}
