package io.posthorn.auth.grant;

import io.posthorn.auth.application.Application;
import io.posthorn.auth.oauth.ScopeText;
import io.posthorn.auth.token.AccessTokens;
import io.posthorn.auth.token.IdTokens;
import io.posthorn.auth.workspace.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Makes what an application gets. */
@ApplicationScoped
class TokenAnswers {
    private final AccessTokens accessTokens;
    private final IdTokens idTokens;

    TokenAnswers(AccessTokens accessTokens, IdTokens idTokens) {
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
    }

    /** @param refreshToken null for none */
    TokenView forPerson(
            Application application,
            Grant grant,
            Membership member,
            List<String> scopes,
            OpaqueToken refreshToken,
            String nonce) {
        var scope = ScopeText.join(scopes);
        var accessToken = accessTokens.signForApplication(
                application.id(),
                grant.accountId(),
                grant.workspaceId(),
                application.roleFor(member.role()),
                grant.id(),
                scope);
        var idToken = scopes.contains(ScopeText.OPENID)
                ? idTokens.sign(application.id(), grant.accountId(), grant.loggedInAt(), nonce, accessToken)
                : null;
        return view(accessToken, refreshToken == null ? null : refreshToken.text(), idToken, scope);
    }

    /** It stands for itself, and every token for itself as well: that one is taken back need not touch the next. */
    TokenView forItself(Application application, List<String> scopes) {
        var scope = ScopeText.join(scopes);
        var accessToken = accessTokens.signForApplication(
                application.id(),
                application.id(),
                application.workspaceId(),
                application.role(),
                UUID.randomUUID(),
                scope);
        return view(accessToken, null, null, scope);
    }

    private TokenView view(String accessToken, String refreshToken, String idToken, String scope) {
        return new TokenView(accessToken, "Bearer", accessTokens.lifetime().toSeconds(), refreshToken, idToken, scope);
    }
}
