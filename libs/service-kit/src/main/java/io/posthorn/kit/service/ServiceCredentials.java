package io.posthorn.kit.service;

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
        return tokens.token().map(ServiceCredentials::bearer);
    }

    private static MultivaluedMap<String, String> bearer(String token) {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle("Authorization", "Bearer " + token);
        return headers;
    }
}
