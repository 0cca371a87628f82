package io.posthorn.auth.keyexchange;

import io.posthorn.auth.apikey.AddressRange;
import io.posthorn.auth.apikey.ApiKeySecrets;
import io.posthorn.auth.apikey.PlainApiKey;
import io.posthorn.auth.token.AccessTokens;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** An unknown id and a wrong secret take the same steps; every refusal has the same words. */
@ApplicationScoped
class ApiKeyExchangeService {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final ApiKeyLookupStore lookup;
    private final ApiKeySecrets secrets;
    private final ApiKeyUses uses;
    private final AccessTokens tokens;
    private final Clock clock;

    ApiKeyExchangeService(
            ApiKeyLookupStore lookup, ApiKeySecrets secrets, ApiKeyUses uses, AccessTokens tokens, Clock clock) {
        this.lookup = lookup;
        this.secrets = secrets;
        this.uses = uses;
        this.tokens = tokens;
        this.clock = clock;
    }

    Uni<ExchangedApiKeyView> exchange(ExchangeApiKeyRequest request) {
        var key = PlainApiKey.parse(request.key()).orElseThrow(ApiKeyExchangeService::refusal);
        var address = AddressRange.canonical(request.address()).orElse(null);
        var now = clock.instant();
        return lookup.find(key.id())
                .map(found -> accepted(key, found, address, now))
                .invoke(found -> uses.note(new ApiKeyUse(found, secrets.hash(key), address, now)))
                .map(found -> answer(found, now));
    }

    private FoundApiKey accepted(PlainApiKey key, FoundApiKey found, String address, Instant now) {
        var proven = secrets.matches(key, found == null ? null : found.secretHash());
        if (!proven || !found.liveAt(now) || !found.usableFrom(address)) {
            throw refusal();
        }
        return found;
    }

    /** The token ends with its key. The key's id stands where a session's would, so that it is revoked in the same way. */
    private ExchangedApiKeyView answer(FoundApiKey key, Instant now) {
        var left = key.expiresAt() == null ? LIFETIME : Duration.between(now, key.expiresAt());
        var lifetime = left.compareTo(LIFETIME) < 0 ? left : LIFETIME;
        var token = tokens.sign(
                key.accountId(),
                key.workspaceId(),
                key.effectiveRole(),
                key.id(),
                String.join(" ", key.scopes()),
                lifetime);
        return new ExchangedApiKeyView(token, lifetime.toSeconds(), key.id(), key.scopes());
    }

    private static ProblemException refusal() {
        return new ProblemException(CommonProblems.UNAUTHENTICATED, "The API key is not valid");
    }
}
