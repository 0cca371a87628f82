package io.posthorn.auth.grant;

import io.posthorn.auth.application.Application;
import io.posthorn.auth.application.GrantType;
import io.posthorn.auth.oauth.OAuthRefusal;
import io.posthorn.auth.oauth.Parameters;
import io.posthorn.auth.oauth.ScopeText;
import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.revocation.RevocationStream;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Gives applications their tokens. A refusal is raised after the transaction: the end of the grant that it may bring must be
 * kept.
 */
@ApplicationScoped
class TokenService {
    private static final Logger LOG = Logger.getLogger(TokenService.class);

    /** The tokens, or none and perhaps the end of a grant. */
    private record Outcome(TokenView tokens, List<Revocation> revocations) {
        static final Outcome REFUSED = new Outcome(null, List.of());

        TokenView tokensOrRefusal() {
            if (tokens == null) {
                throw OAuthRefusal.invalidGrant();
            }
            return tokens;
        }
    }

    private final TenantTransaction tenant;
    private final GrantStore store;
    private final GrantService grants;
    private final WorkspaceService workspaces;
    private final RevocationStream revocations;
    private final TokenAnswers answers;
    private final GrantConfig config;
    private final Clock clock;

    TokenService(
            TenantTransaction tenant,
            GrantStore store,
            GrantService grants,
            WorkspaceService workspaces,
            RevocationStream revocations,
            TokenAnswers answers,
            GrantConfig config,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.grants = grants;
        this.workspaces = workspaces;
        this.revocations = revocations;
        this.answers = answers;
        this.config = config;
        this.clock = clock;
    }

    Uni<TokenView> issue(Application application, Parameters form) {
        var type = GrantType.named(form.require("grant_type")).orElseThrow(OAuthRefusal::unsupportedGrantType);
        if (!application.may(type)) {
            throw OAuthRefusal.unauthorizedClient("The application is not registered for this grant type");
        }
        return switch (type) {
            case AUTHORIZATION_CODE -> redeem(application, form);
            case REFRESH_TOKEN -> refresh(application, form);
            case CLIENT_CREDENTIALS -> Uni.createFrom().item(() -> alone(application, form));
        };
    }

    private TokenView alone(Application application, Parameters form) {
        var registered = ScopeText.ofTheApi(application.scopes());
        var asked = form.find("scope").map(ScopeText::parse).orElse(registered);
        return answers.forItself(application, ScopeText.requireWithin(asked, registered));
    }

    private Uni<TokenView> redeem(Application application, Parameters form) {
        var redirectUri = form.require("redirect_uri");
        var verifier = form.require("code_verifier");
        var code = own(application, OpaqueToken.Kind.CODE, form.require("code"));
        return inWorkspace(application, connection -> store.lockByCode(connection, code)
                .chain(grant -> isOf(application, grant)
                        ? store.findCode(connection, code)
                                .chain(stored ->
                                        follow(connection, application, grant, code, stored, redirectUri, verifier))
                        : refused()));
    }

    private Uni<Outcome> follow(
            SqlConnection connection,
            Application application,
            Grant grant,
            OpaqueToken code,
            StoredCode stored,
            String redirectUri,
            String verifier) {
        var now = clock.instant();
        return switch (stored.verdict(grant, redirectUri, verifier, now)) {
            case REDEEM -> redeem(connection, application, grant, code, stored, now);
            case REPLAYED -> end(connection, grant, GrantEnd.CODE_REPLAYED, now);
            case REFUSED -> refused();
        };
    }

    private Uni<Outcome> redeem(
            SqlConnection connection,
            Application application,
            Grant grant,
            OpaqueToken code,
            StoredCode stored,
            Instant now) {
        var endsAt = now.plus(config.grantLifetime());
        var refreshes =
                application.may(GrantType.REFRESH_TOKEN) && grant.scopes().contains(ScopeText.OFFLINE);
        var first = refreshes ? OpaqueToken.next(OpaqueToken.Kind.REFRESH, grant.workspaceId()) : null;
        return workspaces
                .membership(connection, grant.workspaceId(), grant.accountId())
                .chain(member -> member == null
                        ? refused()
                        : store.redeem(connection, grant, code, endsAt, now)
                                .chain(() -> first == null
                                        ? Uni.createFrom().voidItem()
                                        : store.insertToken(connection, grant, first, expiry(endsAt, now)))
                                .map(done -> given(answers.forPerson(
                                        application, grant, member, grant.scopes(), first, stored.nonce()))));
    }

    private Uni<TokenView> refresh(Application application, Parameters form) {
        var token = own(application, OpaqueToken.Kind.REFRESH, form.require("refresh_token"));
        return inWorkspace(application, connection -> store.lockByToken(connection, token)
                .chain(grant -> isOf(application, grant)
                        ? store.findToken(connection, token)
                                .chain(stored -> follow(connection, application, grant, token, stored, form))
                        : refused()));
    }

    private Uni<Outcome> follow(
            SqlConnection connection,
            Application application,
            Grant grant,
            OpaqueToken token,
            StoredGrantToken stored,
            Parameters form) {
        var now = clock.instant();
        return switch (stored.verdict(grant, now)) {
            case ROTATE -> rotate(connection, application, grant, token, form, now);
            case REUSED -> end(connection, grant, GrantEnd.TOKEN_REUSE, now);
            case REFUSED -> refused();
        };
    }

    private Uni<Outcome> rotate(
            SqlConnection connection,
            Application application,
            Grant grant,
            OpaqueToken used,
            Parameters form,
            Instant now) {
        var scopes = form.find("scope")
                .map(ScopeText::parse)
                .map(asked -> ScopeText.requireWithin(asked, grant.scopes()))
                .orElse(grant.scopes());
        var successor = OpaqueToken.next(OpaqueToken.Kind.REFRESH, grant.workspaceId());
        return workspaces
                .membership(connection, grant.workspaceId(), grant.accountId())
                .chain(member -> member == null
                        ? refused()
                        : store.rotate(connection, grant, used, successor, expiry(grant.endsAt(), now), now)
                                .map(done ->
                                        given(answers.forPerson(application, grant, member, scopes, successor, null))));
    }

    private Uni<Outcome> end(SqlConnection connection, Grant grant, GrantEnd reason, Instant now) {
        LOG.warnf("Something that is good once came twice (%s); grant %s ends", reason.word(), grant.id());
        return grants.end(connection, List.of(grant), reason, now).map(ended -> new Outcome(null, ended));
    }

    private Uni<TokenView> inWorkspace(Application application, Function<SqlConnection, Uni<Outcome>> work) {
        return tenant.connection(application.workspaceId(), work)
                .call(outcome -> revocations.tell(outcome.revocations()))
                .map(Outcome::tokensOrRefusal);
    }

    private static OpaqueToken own(Application application, OpaqueToken.Kind kind, String text) {
        return OpaqueToken.parse(kind, text)
                .filter(token -> token.workspaceId().equals(application.workspaceId()))
                .orElseThrow(OAuthRefusal::invalidGrant);
    }

    private static boolean isOf(Application application, Grant grant) {
        return grant != null && grant.applicationId().equals(application.id());
    }

    private Instant expiry(Instant endsAt, Instant now) {
        var sliding = now.plus(config.refreshLifetime());
        return sliding.isBefore(endsAt) ? sliding : endsAt;
    }

    private static Outcome given(TokenView tokens) {
        return new Outcome(tokens, List.of());
    }

    private static Uni<Outcome> refused() {
        return Uni.createFrom().item(Outcome.REFUSED);
    }
}
