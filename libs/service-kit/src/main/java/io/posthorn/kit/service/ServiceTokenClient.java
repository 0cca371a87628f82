package io.posthorn.kit.service;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where auth-service gives out service tokens. */
@RegisterRestClient(configKey = "auth")
@Path("/internal/token")
interface ServiceTokenClient {
    @POST
    Uni<ServiceToken> token(@HeaderParam("Authorization") String credentials);
}
