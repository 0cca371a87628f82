package io.posthorn.gateway.proxy;

import io.posthorn.gateway.exchange.ClientAddress;
import io.posthorn.gateway.exchange.Exchange;
import io.posthorn.gateway.route.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * One line for each request: what was asked of which route, how it ended. Not the path, which may carry ids, nor the query,
 * which may carry tickets; and of the client only a hash that means nothing after a restart.
 */
@Singleton
class AccessLog {
    private static final Logger LOG = Logger.getLogger("io.posthorn.gateway.access");
    private static final String ROUTE = AccessLog.class.getName();
    /** The answer did not reach its end, mostly because the client left. */
    private static final int BROKEN_OFF = 499;

    private final ClientAddress addresses;
    private final byte[] salt = new byte[16];

    AccessLog(ClientAddress addresses) {
        this.addresses = addresses;
        new SecureRandom().nextBytes(salt);
    }

    static void note(RoutingContext context, Route route) {
        context.put(ROUTE, route.path());
    }

    void follow(RoutingContext context) {
        if (LOG.isInfoEnabled()) {
            long began = System.nanoTime();
            context.addEndHandler(ended -> write(context, ended.succeeded(), began));
        }
    }

    private void write(RoutingContext context, boolean whole, long began) {
        var response = context.response();
        LOG.infof(
                "requestId=%s method=%s route=%s status=%d ms=%d bytes=%d client=%s",
                Exchange.of(context).requestId(),
                context.request().method(),
                context.get(ROUTE, "-"),
                whole && response.ended() ? response.getStatusCode() : BROKEN_OFF,
                (System.nanoTime() - began) / 1_000_000,
                response.bytesWritten(),
                hash(addresses.of(context.request())));
    }

    private String hash(String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(address.getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
