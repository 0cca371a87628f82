package io.posthorn.auth.credential;

import io.posthorn.auth.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The one question that is asked before a workspace is known, so outside of a tenant transaction: a function that the
 * database answers for one exact address, under a role of its own.
 */
@ApplicationScoped
class CredentialStore {
    private static final String FIND = "select account_id, password_hash, workspace_id from find_login($1)";
    private static final String REPLACE = "update account set password_hash = $2, version = version + 1 where id = $1";

    private final Pool pool;

    CredentialStore(Pool pool) {
        this.pool = pool;
    }

    /** Null when nobody has the address. */
    Uni<Credential> find(EmailAddress email) {
        return pool.preparedQuery(FIND).execute(Tuple.of(email.value())).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            var row = rows.iterator().next();
            return new Credential(
                    row.getUUID("account_id"), row.getString("password_hash"), row.getUUID("workspace_id"));
        });
    }

    /** In a tenant transaction of a workspace that the account is a member of. */
    Uni<Void> replace(SqlConnection connection, UUID accountId, String passwordHash) {
        return connection
                .preparedQuery(REPLACE)
                .execute(Tuple.of(accountId, passwordHash))
                .replaceWithVoid();
    }
}
