package io.posthorn.auth.secondfactor;

import io.posthorn.auth.account.Account;
import io.posthorn.kit.crypto.Envelope;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Works inside the caller's transaction: a code is used up together with what it allows. */
@ApplicationScoped
public class SecondFactorService {
    private final SecondFactorStore store;
    private final RecoveryCodes recoveryCodes;
    private final Envelope envelope;

    SecondFactorService(SecondFactorStore store, RecoveryCodes recoveryCodes, Envelope envelope) {
        this.store = store;
        this.recoveryCodes = recoveryCodes;
        this.envelope = envelope;
    }

    /** Is a second factor asked for? */
    public Uni<Boolean> inForce(SqlConnection connection, UUID accountId) {
        return store.find(connection, accountId).map(totp -> totp != null && totp.inForce());
    }

    /** False for a code that is wrong or was used before. */
    public Uni<Boolean> show(SqlConnection connection, UUID accountId, String code, Instant now) {
        if (RecoveryCodes.couldBe(code)) {
            return store.useCode(connection, accountId, recoveryCodes.hashes(accountId, code));
        }
        return store.lock(connection, accountId)
                .chain(totp -> totp == null || !totp.inForce()
                        ? Uni.createFrom().item(false)
                        : use(connection, accountId, totp, code, now));
    }

    /** Refuses a missing or wrong code, where one is asked for. */
    public Uni<Void> require(SqlConnection connection, UUID accountId, String code, Instant now) {
        return inForce(connection, accountId)
                .chain(inForce -> !inForce
                        ? Uni.createFrom().item(true)
                        : code == null ? Uni.createFrom().item(false) : show(connection, accountId, code, now))
                .invoke(shown -> {
                    if (!shown) {
                        throw new ProblemException(
                                SecondFactorProblems.NEEDED, "Show the code of your authenticator, or a recovery code");
                    }
                })
                .replaceWithVoid();
    }

    Uni<SecondFactorState> state(SqlConnection connection, UUID accountId) {
        return inForce(connection, accountId).chain(inForce -> store.countCodes(connection, accountId)
                .map(left -> new SecondFactorState(inForce, left)));
    }

    /** Null when one is in force: it has to go first. */
    Uni<Authenticator> prepare(SqlConnection connection, Account account, Instant now) {
        var fresh = Authenticator.fresh();
        return store.prepare(connection, account.id(), envelope.seal(fresh.base32(), name(account.id())), now)
                .map(prepared -> prepared ? fresh : null);
    }

    /** The recovery codes, once; null for a wrong code, or where nothing was prepared. */
    Uni<List<String>> confirm(SqlConnection connection, UUID accountId, String code, Instant now) {
        return store.lock(connection, accountId).chain(totp -> {
            if (totp == null || totp.inForce()) {
                return Uni.createFrom().nullItem();
            }
            var step = open(totp, accountId).step(code, now, totp.lastStep());
            return step.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : store.confirm(connection, accountId, step.getAsLong(), now)
                            .chain(() -> freshCodes(connection, accountId));
        });
    }

    Uni<List<String>> freshCodes(SqlConnection connection, UUID accountId) {
        var codes = recoveryCodes.fresh();
        var hashes =
                codes.stream().map(code -> recoveryCodes.hash(accountId, code)).toList();
        return store.replaceCodes(connection, accountId, hashes).replaceWith(codes);
    }

    Uni<Void> remove(SqlConnection connection, UUID accountId) {
        return store.delete(connection, accountId);
    }

    private Uni<Boolean> use(SqlConnection connection, UUID accountId, Totp totp, String code, Instant now) {
        var step = open(totp, accountId).step(code.strip(), now, totp.lastStep());
        return step.isEmpty()
                ? Uni.createFrom().item(false)
                : store.used(connection, accountId, step.getAsLong()).replaceWith(true);
    }

    private Authenticator open(Totp totp, UUID accountId) {
        return Authenticator.of(envelope.open(totp.sealedSecret(), name(accountId)));
    }

    private static String name(UUID accountId) {
        return "totp/" + accountId;
    }
}
