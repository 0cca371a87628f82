package io.posthorn.auth.authorization;

import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.application.Application;
import io.posthorn.auth.application.ApplicationAuthentication;
import io.posthorn.auth.consent.ConsentService;
import io.posthorn.auth.grant.GrantDraft;
import io.posthorn.auth.grant.GrantService;
import io.posthorn.auth.oauth.OAuthRefusal;
import io.posthorn.auth.oauth.Parameters;
import io.posthorn.auth.session.SessionService;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of an application's request: nothing here trusts what the browser brings but its sealed cookie, so every step
 * looks at the whole request again.
 */
@ApplicationScoped
class AuthorizationService {
    private final ApplicationAuthentication applications;
    private final TenantTransaction tenant;
    private final SessionService sessions;
    private final AccountService accounts;
    private final ConsentService consents;
    private final GrantService grants;
    private final Redirects redirects;
    private final Clock clock;

    AuthorizationService(
            ApplicationAuthentication applications,
            TenantTransaction tenant,
            SessionService sessions,
            AccountService accounts,
            ConsentService consents,
            GrantService grants,
            Redirects redirects,
            Clock clock) {
        this.applications = applications;
        this.tenant = tenant;
        this.sessions = sessions;
        this.accounts = accounts;
        this.consents = consents;
        this.grants = grants;
        this.redirects = redirects;
        this.clock = clock;
    }

    /** @param query as the application made it */
    Uni<Step> open(String query, Optional<BrowserSession> browser) {
        return read(
                query, request -> browser.filter(known -> !request.wantsLogInAfter(known.loggedInAt(), clock.instant()))
                        .map(known -> forPerson(request, known))
                        .orElseGet(() -> step(logIn(request, ""))));
    }

    /** The person says yes. */
    Uni<Step> allow(String query, BrowserSession browser) {
        return read(query, request -> isLive(browser)
                .chain(live -> live ? allow(request, browser) : step(logIn(request, ""))));
    }

    /** The person says no. */
    Uni<Step> deny(String query) {
        return read(query, request -> step(redirects.refusal(request, OAuthRefusal.accessDenied())));
    }

    /** For the pages on which a login goes on, or has failed. */
    Uni<Step> again(String query, Function<AuthorizationRequest, Step> page) {
        return read(query, request -> step(page.apply(request)));
    }

    Uni<Void> logOut(BrowserSession browser) {
        return sessions.logout(browser.caller());
    }

    private interface Following {
        Uni<Step> then(AuthorizationRequest request);
    }

    private Uni<Step> read(String query, Following following) {
        Parameters parameters;
        try {
            parameters = Parameters.parse(query);
        } catch (OAuthRefusal unreadable) {
            return step(new Step.Broken("brokenRequest"));
        }
        var redirectUri = parameters.find("redirect_uri").orElse("");
        return applications
                .find(parameters.find("client_id").orElse(""))
                .chain(application -> application == null || !application.redirectsTo(redirectUri)
                        ? step(new Step.Broken("unknownApplication"))
                        : read(application, redirectUri, parameters, following));
    }

    private Uni<Step> read(Application application, String redirectUri, Parameters parameters, Following following) {
        try {
            return following.then(AuthorizationRequest.of(application, redirectUri, parameters));
        } catch (OAuthRefusal refusal) {
            return step(redirects.refusal(redirectUri, parameters.find("state"), refusal));
        }
    }

    private Uni<Step> forPerson(AuthorizationRequest request, BrowserSession browser) {
        return isLive(browser).chain(live -> live ? forMember(request, browser) : step(logIn(request, "")));
    }

    private Uni<Step> forMember(AuthorizationRequest request, BrowserSession browser) {
        var workspaceId = request.application().workspaceId();
        return tenant.connection(
                        workspaceId, connection -> accounts.profile(connection, workspaceId, browser.accountId())
                                .chain(profile -> wasAllowed(connection, request, browser)
                                        .chain(allowed -> allowed
                                                ? begin(connection, request, browser)
                                                : step(ask(request, browser, profile)))))
                .onFailure(AuthorizationService::isRefusal)
                .recoverWithItem(() -> logIn(request, "notMember"));
    }

    /** A public application proves nothing about itself, so it is asked about every time (RFC 6749, 10.2). */
    private Uni<Boolean> wasAllowed(SqlConnection connection, AuthorizationRequest request, BrowserSession browser) {
        var application = request.application();
        return request.prompts("consent") || !application.confidential()
                ? Uni.createFrom().item(false)
                : consents.covers(
                        connection, application.workspaceId(), browser.accountId(), application.id(), request.scopes());
    }

    private Step ask(AuthorizationRequest request, BrowserSession browser, Profile profile) {
        return request.prompts("none")
                ? redirects.refusal(request, OAuthRefusal.consentRequired())
                : new Step.Ask(
                        request,
                        browser,
                        profile.account().fullName(),
                        profile.account().email(),
                        profile.membership().workspaceName(),
                        request.scopes());
    }

    private Step logIn(AuthorizationRequest request, String problem) {
        return request.prompts("none")
                ? redirects.refusal(request, OAuthRefusal.loginRequired())
                : new Step.LogIn(request, problem);
    }

    private Uni<Step> allow(AuthorizationRequest request, BrowserSession browser) {
        var application = request.application();
        return tenant.connection(application.workspaceId(), connection -> accounts.profile(
                                connection, application.workspaceId(), browser.accountId())
                        .chain(() -> consents.remember(
                                connection,
                                application.workspaceId(),
                                browser.accountId(),
                                application.id(),
                                request.scopes()))
                        .chain(() -> begin(connection, request, browser)))
                .onFailure(AuthorizationService::isRefusal)
                .recoverWithItem(() -> logIn(request, "notMember"));
    }

    private Uni<Step> begin(SqlConnection connection, AuthorizationRequest request, BrowserSession browser) {
        var draft = new GrantDraft(
                request.application().workspaceId(),
                request.application().id(),
                browser.accountId(),
                request.scopes(),
                browser.loggedInAt(),
                request.redirectUri(),
                request.challenge(),
                request.nonce());
        return grants.begin(connection, draft).map(code -> redirects.code(request, code));
    }

    private Uni<Boolean> isLive(BrowserSession browser) {
        return tenant.connection(
                        browser.workspaceId(), connection -> sessions.requireLive(connection, browser.caller()))
                .replaceWith(true)
                .onFailure(AuthorizationService::isRefusal)
                .recoverWithItem(false);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException refusal
                && refusal.type().status() == CommonProblems.UNAUTHENTICATED.status();
    }

    private static Uni<Step> step(Step step) {
        return Uni.createFrom().item(step);
    }
}
