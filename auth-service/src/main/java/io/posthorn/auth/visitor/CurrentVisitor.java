package io.posthorn.auth.visitor;

import io.posthorn.auth.mail.Language;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;

/** The visitor of this request. The address is the gateway's word: it removes whatever a client says of it. */
@RequestScoped
public class CurrentVisitor {
    private static final int LONGEST_DEVICE = 200;

    private final HttpServerRequest request;

    CurrentVisitor(@Context HttpServerRequest request) {
        this.request = request;
    }

    public Visitor get() {
        return new Visitor(address(), device(), Language.preferred(request.getHeader("Accept-Language")));
    }

    private String address() {
        var forwarded = request.getHeader("X-Forwarded-For");
        var near =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return InetAddresses.canonical(forwarded == null ? near : forwarded.substring(forwarded.lastIndexOf(',') + 1))
                .orElse(null);
    }

    private String device() {
        var agent = request.getHeader("User-Agent");
        if (agent == null || agent.isBlank()) {
            return null;
        }
        var readable = agent.replaceAll("[^\\x20-\\x7e]", "").strip();
        return readable.isEmpty() ? null : readable.substring(0, Math.min(LONGEST_DEVICE, readable.length()));
    }
}
