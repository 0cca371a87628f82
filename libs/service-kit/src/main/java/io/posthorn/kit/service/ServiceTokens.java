package io.posthorn.kit.service;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * This service's own token, asked for when it is needed and kept until shortly before its end. A secret that stands in a file is
 * read anew each time, so that it can be exchanged while we run.
 */
@ApplicationScoped
public class ServiceTokens {
    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(30);

    private final ServiceTokenClient auth;
    private final Clock clock;
    private final String service;
    private final Uni<String> secret;
    private final Uni<String> token;
    private volatile Instant renewAt = Instant.MIN;

    ServiceTokens(
            @RestClient ServiceTokenClient auth,
            Clock clock,
            @ConfigProperty(name = "posthorn.service") String service,
            @ConfigProperty(name = "posthorn.client-secret") Optional<String> secret,
            @ConfigProperty(name = "posthorn.client-secret-file") Optional<String> file,
            Vertx vertx) {
        this.auth = auth;
        this.clock = clock;
        this.service = service;
        this.secret = file.map(path -> vertx.fileSystem().readFile(path).map(content -> content.toString()
                        .strip()))
                .orElseGet(() -> Uni.createFrom().item(secret.orElse("")));
        this.token = Uni.createFrom().deferred(this::fetch).memoize().until(() -> !clock.instant()
                .isBefore(renewAt));
    }

    /** The token to send as bearer; fails when auth-service cannot be reached or does not know us. */
    public Uni<String> token() {
        return token;
    }

    private Uni<String> fetch() {
        return secret.map(known -> "Basic " + encoded(service + ":" + known))
                .chain(auth::token)
                .invoke(fetched -> renewAt =
                        clock.instant().plusSeconds(fetched.expiresIn()).minus(RENEWED_BEFORE_END))
                .map(ServiceToken::accessToken);
    }

    private static String encoded(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
