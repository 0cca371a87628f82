package io.posthorn.auth.servicetoken;

import io.posthorn.auth.token.AccessTokens;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives tokens to our own processes. An unknown name and a wrong secret take the same steps and get the same words. */
@ApplicationScoped
class ServiceTokenService {
    private final AccessTokens tokens;
    private final Map<String, byte[]> digests = new HashMap<>();
    private final byte[] nobodys = new byte[32];

    ServiceTokenService(AccessTokens tokens, ClientSecretsConfig config) {
        this.tokens = tokens;
        config.secrets().forEach((service, secret) -> secret.filter(given -> !given.isBlank())
                .ifPresent(given -> digests.put(service, digest(given))));
        new SecureRandom().nextBytes(nobodys);
    }

    ServiceTokenView issue(Optional<ClientCredentials> credentials) {
        var service =
                credentials.filter(this::match).map(ClientCredentials::service).orElseThrow(this::refusal);
        return new ServiceTokenView(tokens.signForService(service), AccessTokens.SERVICE_LIFETIME.toSeconds());
    }

    private boolean match(ClientCredentials credentials) {
        var expected = digests.getOrDefault(credentials.service(), nobodys);
        return MessageDigest.isEqual(expected, digest(credentials.secret()));
    }

    private ProblemException refusal() {
        return new ProblemException(CommonProblems.UNAUTHENTICATED, "The client credentials are not valid");
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }
}
