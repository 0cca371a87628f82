package io.posthorn.messaging.policy;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.pacing.UnknownRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A workspace's choices about sending. */
@ApplicationScoped
public class SendingPolicyService {
    private final TenantTransaction tenant;
    private final SendingPolicyStore policies;
    private final CurrentCaller caller;

    SendingPolicyService(TenantTransaction tenant, SendingPolicyStore policies, CurrentCaller caller) {
        this.tenant = tenant;
        this.policies = policies;
        this.caller = caller;
    }

    public Uni<SendingPolicy> get() {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> policies.unknownRule(connection, workspace))
                .map(rule -> new SendingPolicy(rule.word()));
    }

    public Uni<SendingPolicy> choose(SendingPolicy policy) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(
                        connection -> policies.choose(connection, workspace, UnknownRule.ofWord(policy.unknown())))
                .replaceWith(policy);
    }
}
