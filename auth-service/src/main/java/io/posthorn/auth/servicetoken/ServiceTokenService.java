package io.posthorn.auth.servicetoken;

import io.posthorn.auth.token.AccessTokens;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives tokens to our own processes. An unknown name and a wrong secret get the same words. */
@ApplicationScoped
class ServiceTokenService {
    private final AccessTokens tokens;
    private final ClientSecrets secrets;

    ServiceTokenService(AccessTokens tokens, ClientSecrets secrets) {
        this.tokens = tokens;
        this.secrets = secrets;
    }

    ServiceTokenView issue(Optional<ClientCredentials> credentials) {
        var service = credentials
                .filter(secrets::match)
                .map(ClientCredentials::service)
                .orElseThrow(() ->
                        new ProblemException(CommonProblems.UNAUTHENTICATED, "The client credentials are not valid"));
        return new ServiceTokenView(tokens.signForService(service), AccessTokens.SERVICE_LIFETIME.toSeconds());
    }
}
