package io.posthorn.kit.caller;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a token name one role and an endpoint name the lowest that suffices. */
@ApplicationScoped
public class RoleLadder implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        var builder = QuarkusSecurityIdentity.builder(identity);
        identity.getRoles().forEach(name -> Role.named(name)
                .ifPresent(role -> role.ladder().forEach(builder::addRole)));
        return Uni.createFrom().item(builder.build());
    }
}
