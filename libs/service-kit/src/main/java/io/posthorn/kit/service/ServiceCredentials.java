package io.posthorn.kit.service;

import io.posthorn.telemetry.trace.CurrentTrace;
import io.posthorn.telemetry.trace.TraceParent;
import io.quarkus.rest.client.reactive.ReactiveClientHeadersFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

/** Put {@code @RegisterClientHeaders(ServiceCredentials.class)} on a REST client of a neighbour's internal API. */
@ApplicationScoped
public class ServiceCredentials extends ReactiveClientHeadersFactory {
    private final ServiceTokens tokens;

    ServiceCredentials(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<MultivaluedMap<String, String>> getHeaders(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var parent = CurrentTrace.parent();
        return tokens.token().map(token -> headers(token, parent));
    }

    private static MultivaluedMap<String, String> headers(String token, String parent) {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle("Authorization", "Bearer " + token);
        headers.putSingle(TraceParent.HEADER, parent);
        return headers;
    }
}
