package io.posthorn.messaging.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/** What a webhook path needs to know of its app, opened. Lives in memory only. */
public record MetaAppSecrets(UUID appId, List<String> secrets, List<String> verifyTokens) {
    /** Compares with every token, so that the time taken tells nothing. */
    public boolean knowsVerifyToken(String offered) {
        var known = false;
        for (var token : verifyTokens) {
            known |= MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
        }
        return known;
    }

    @Override
    public String toString() {
        return "MetaAppSecrets[%s]".formatted(appId);
    }
}
