package io.posthorn.auth.grant;

import io.posthorn.auth.application.Application;
import io.posthorn.auth.oauth.OAuthRefusal;
import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.token.AccessTokenReader;
import io.posthorn.kit.revocation.Revocations;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an application says or asks about one of its own tokens. Others' do not exist for it. */
@ApplicationScoped
class PresentedTokenService {
    private final TenantTransaction tenant;
    private final GrantStore store;
    private final GrantService grants;
    private final AccessTokenReader accessTokens;
    private final Revocations revoked;
    private final RevocationStream revocations;
    private final Clock clock;
    private final String issuer;

    PresentedTokenService(
            TenantTransaction tenant,
            GrantStore store,
            GrantService grants,
            AccessTokenReader accessTokens,
            Revocations revoked,
            RevocationStream revocations,
            Clock clock,
            @ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.tenant = tenant;
        this.store = store;
        this.grants = grants;
        this.accessTokens = accessTokens;
        this.revoked = revoked;
        this.revocations = revocations;
        this.clock = clock;
        this.issuer = issuer;
    }

    Uni<Void> revoke(Application application, String token) {
        var refresh = ownRefreshToken(application, token);
        if (refresh.isPresent()) {
            return end(application, refresh.get());
        }
        return ownAccessToken(application, token)
                .map(access -> access.ofApplicationItself()
                        ? revocations.tell(
                                List.of(new Revocation(access.workspaceId(), access.grantId(), "by_application")))
                        : end(application, access.grantId()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> end(Application application, OpaqueToken refreshToken) {
        return tenant.connection(application.workspaceId(), connection -> store.lockByToken(connection, refreshToken)
                        .map(grant -> ownGrant(application, grant))
                        .chain(own -> grants.end(connection, own, GrantEnd.BY_APPLICATION, clock.instant())))
                .chain(revocations::tell);
    }

    private Uni<Void> end(Application application, UUID grantId) {
        return tenant.connection(application.workspaceId(), connection -> store.find(
                                connection, application.workspaceId(), grantId)
                        .map(grant -> ownGrant(application, grant))
                        .chain(own -> grants.end(connection, own, GrantEnd.BY_APPLICATION, clock.instant())))
                .chain(revocations::tell);
    }

    Uni<IntrospectionView> introspect(Application application, String token) {
        if (!application.confidential()) {
            throw OAuthRefusal.invalidClient();
        }
        var refresh = ownRefreshToken(application, token);
        if (refresh.isPresent()) {
            return introspect(application, refresh.get());
        }
        return ownAccessToken(application, token)
                .map(access -> introspect(application, access))
                .orElseGet(PresentedTokenService::inactive);
    }

    private Uni<IntrospectionView> introspect(Application application, AccessTokenReader.Read token) {
        if (revoked.isRevoked(token.grantId())) {
            return inactive();
        }
        if (token.ofApplicationItself()) {
            return Uni.createFrom().item(IntrospectionView.of(token, issuer));
        }
        return tenant.connection(
                        application.workspaceId(),
                        connection -> store.find(connection, application.workspaceId(), token.grantId()))
                .map(grant -> grant != null && grant.liveAt(clock.instant())
                        ? IntrospectionView.of(token, issuer)
                        : IntrospectionView.INACTIVE);
    }

    private Uni<IntrospectionView> introspect(Application application, OpaqueToken token) {
        return tenant.connection(application.workspaceId(), connection -> store.lockByToken(connection, token)
                .chain(grant -> ownGrant(application, grant).isEmpty()
                        ? inactive()
                        : store.findToken(connection, token).map(stored -> {
                            var good = stored.verdict(grant, clock.instant()) == StoredGrantToken.Verdict.ROTATE;
                            return good ? IntrospectionView.of(grant, stored, issuer) : IntrospectionView.INACTIVE;
                        })));
    }

    private static Optional<OpaqueToken> ownRefreshToken(Application application, String token) {
        return OpaqueToken.parse(OpaqueToken.Kind.REFRESH, token)
                .filter(known -> known.workspaceId().equals(application.workspaceId()));
    }

    private Optional<AccessTokenReader.Read> ownAccessToken(Application application, String token) {
        return accessTokens.read(token).filter(known -> known.applicationId().equals(application.id()));
    }

    private static List<Grant> ownGrant(Application application, Grant grant) {
        return grant != null && grant.applicationId().equals(application.id()) ? List.of(grant) : List.of();
    }

    private static Uni<IntrospectionView> inactive() {
        return Uni.createFrom().item(IntrospectionView.INACTIVE);
    }
}
