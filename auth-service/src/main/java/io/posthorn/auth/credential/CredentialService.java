package io.posthorn.auth.credential;

import io.posthorn.auth.account.EmailAddress;
import io.posthorn.auth.guard.Attempt;
import io.posthorn.auth.guard.GuardService;
import io.posthorn.auth.password.Password;
import io.posthorn.auth.password.PasswordHasher;
import io.posthorn.auth.visitor.Visitor;
import io.posthorn.auth.wish.WishReason;
import io.posthorn.auth.wish.WishService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Unknown address and wrong password take the same steps, cost the same hash and count the same. */
@ApplicationScoped
public class CredentialService {
    private final CredentialStore store;
    private final PasswordHasher hasher;
    private final GuardService guard;
    private final WishService wishes;

    CredentialService(CredentialStore store, PasswordHasher hasher, GuardService guard, WishService wishes) {
        this.store = store;
        this.hasher = hasher;
        this.guard = guard;
        this.wishes = wishes;
    }

    /** Null when nobody has the address. */
    public Uni<Credential> find(EmailAddress email) {
        return store.find(email);
    }

    /** Null for a wrong password and for an unknown address; who guesses is made to wait. */
    public Uni<Credential> prove(EmailAddress email, Password password, Visitor visitor) {
        return guard.admit(email.value(), visitor.network()).chain(attempt -> store.find(email)
                .chain(found -> hasher.matches(password, found == null ? null : found.passwordHash())
                        .call(matches -> matches ? guard.passed(attempt) : failed(attempt, email))
                        .map(matches -> matches ? found : null)));
    }

    /** A hash of today's cost where the stored one has another; null where there is nothing to do. */
    public Uni<String> rehashed(Credential credential, Password password) {
        return hasher.isOfToday(credential.passwordHash()) ? Uni.createFrom().nullItem() : hasher.hash(password);
    }

    /** In a tenant transaction of a workspace that the account is a member of. */
    public Uni<Void> replace(SqlConnection connection, UUID accountId, String passwordHash) {
        return store.replace(connection, accountId, passwordHash);
    }

    private Uni<Void> failed(Attempt attempt, EmailAddress email) {
        return guard.failed(attempt)
                .chain(locked -> locked
                        ? wishes.wish(email, WishReason.LOCKED)
                        : Uni.createFrom().voidItem());
    }
}
