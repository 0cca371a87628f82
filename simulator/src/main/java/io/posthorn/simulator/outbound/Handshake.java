package io.posthorn.simulator.outbound;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Asks a callback URL to prove that it knows the verify token, as Meta does whenever one is set. */
@ApplicationScoped
public class Handshake {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Outbound outbound;

    Handshake(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Gives the reason of a refusal in Meta's words, or nothing when the URL proved itself. */
    public Future<Optional<String>> refusal(String url, Tls tls, String verifyToken) {
        if (!isWebAddress(url)) {
            return Future.succeededFuture(Optional.of("not a valid URL"));
        }
        var challenge = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000, 10_000_000_000L));
        var query = "hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
                .formatted(challenge, URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
        var separator = url.contains("?") ? "&" : "?";
        return outbound.get(url + separator + query, tls, TIMEOUT_MILLIS).map(exchange -> judge(exchange, challenge));
    }

    private static Optional<String> judge(Exchange exchange, String challenge) {
        if (exchange.status() == 0) {
            return Optional.of("HTTP Status Code = 0; HTTP Message = " + exchange.error());
        }
        if (!exchange.isAcknowledged()) {
            return Optional.of("HTTP Status Code = " + exchange.status());
        }
        return exchange.answer().equals(challenge) ? Optional.empty() : Optional.of("the answer is not the challenge");
    }

    private static boolean isWebAddress(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
