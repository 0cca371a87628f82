package io.posthorn.auth.discovery;

import io.posthorn.auth.account.AccountService;
import io.posthorn.auth.account.Profile;
import io.posthorn.auth.grant.GrantService;
import io.posthorn.auth.oauth.ScopeText;
import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class UserInfoService {
    private static final ProblemType INSUFFICIENT_SCOPE =
            new ProblemType(ErrorCode.INSUFFICIENT_SCOPE, 403, "The scopes do not allow this");

    private final TenantTransaction tenant;
    private final GrantService grants;
    private final AccountService accounts;

    UserInfoService(TenantTransaction tenant, GrantService grants, AccountService accounts) {
        this.tenant = tenant;
        this.grants = grants;
        this.accounts = accounts;
    }

    Uni<UserInfoView> find(Caller caller, List<String> scopes) {
        if (!scopes.contains(ScopeText.OPENID)) {
            throw new ProblemException(INSUFFICIENT_SCOPE, "This needs the scope openid");
        }
        return tenant.connection(caller.workspaceId(), connection -> grants.requireLive(
                                connection, caller.workspaceId(), caller.sessionId())
                        .chain(() -> accounts.profile(connection, caller.workspaceId(), caller.userId())))
                .map(Profile::account)
                .map(account -> UserInfoView.of(account, scopes));
    }
}
