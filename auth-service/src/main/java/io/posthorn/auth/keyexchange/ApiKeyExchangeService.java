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
                .invoke(proven -> uses.note(new ApiKeyUse(proven.key(), proven.hashToKeep(), address, now)))
                .map(proven -> answer(proven.key(), proven.goodUntil(), now));
    }

    /** @param hashToKeep the present secret's, under the first envelope key as soon as that secret was seen */
    private record Proven(FoundApiKey key, byte[] hashToKeep, Instant goodUntil) {}

    private Proven accepted(PlainApiKey key, FoundApiKey found, String address, Instant now) {
        var present = secrets.matches(key, found == null ? null : found.secretHash());
        var previous = !present
                && found != null
                && found.previousSecretIsGoodAt(now)
                && secrets.matches(key, found.previousSecretHash());
        if ((!present && !previous) || !found.liveAt(now) || !found.usableFrom(address)) {
            throw refusal();
        }
        return present
                ? new Proven(found, secrets.hash(key), found.expiresAt())
                : new Proven(found, found.secretHash(), earlier(found.expiresAt(), found.previousSecretUntil()));
    }

    private static Instant earlier(Instant expiresAt, Instant previousUntil) {
        return expiresAt != null && expiresAt.isBefore(previousUntil) ? expiresAt : previousUntil;
    }

    /** The token ends with its key. The key's id stands where a session's would, so that it is revoked in the same way. */
    private ExchangedApiKeyView answer(FoundApiKey key, Instant goodUntil, Instant now) {
        var left = goodUntil == null ? LIFETIME : Duration.between(now, goodUntil);
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
