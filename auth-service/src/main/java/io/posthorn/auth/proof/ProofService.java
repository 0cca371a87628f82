package io.posthorn.auth.proof;

import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Works inside the caller's transaction: a proof is used up together with what it allows. */
@ApplicationScoped
public class ProofService {
    private final ProofStore store;

    ProofService(ProofStore store) {
        this.store = store;
    }

    /** Only the newest of a purpose is good. */
    public Uni<ProofToken> issue(
            SqlConnection connection, UUID workspaceId, UUID accountId, ProofPurpose purpose, Instant now) {
        var token = ProofToken.next(workspaceId);
        return store.voidOthers(connection, workspaceId, accountId, purpose, now)
                .chain(() -> store.insert(connection, token, purpose, accountId, now))
                .replaceWith(token);
    }

    /** The same words for every reason: unknown, used, too old. */
    public Uni<UUID> redeem(SqlConnection connection, ProofToken token, ProofPurpose purpose, Instant now) {
        return store.redeem(connection, token, purpose, now).onItem().ifNull().failWith(ProofService::refusal);
    }

    /** Whose it is, without using it up. */
    public Uni<UUID> holder(SqlConnection connection, ProofToken token, ProofPurpose purpose, Instant now) {
        return store.holder(connection, token, purpose, now).onItem().ifNull().failWith(ProofService::refusal);
    }

    public static ProblemException refusal() {
        return new ProblemException(
                ProofProblems.INVALID, "Ask for a new letter; only the newest one's code is good, once");
    }
}
