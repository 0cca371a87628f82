package io.posthorn.gateway.exchange;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The headers that keep browsers from doing clever things with our answers. */
@Singleton
public class BrowserRules {
    private final boolean https;

    BrowserRules(@ConfigProperty(name = "posthorn.public-url") URI publicUrl) {
        this.https = "https".equals(publicUrl.getScheme());
    }

    public void apply(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
