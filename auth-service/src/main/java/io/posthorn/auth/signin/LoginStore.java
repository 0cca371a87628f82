package io.posthorn.auth.signin;

import io.posthorn.auth.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one question that is asked before a workspace is known, so outside of a tenant transaction: a function that the
 * database answers for one exact address, under a role of its own.
 */
@ApplicationScoped
class LoginStore {
    private static final String FIND = "select account_id, password_hash, workspace_id from find_login($1)";

    private final Pool pool;

    LoginStore(Pool pool) {
        this.pool = pool;
    }

    /** Null when nobody has the address. */
    Uni<Login> find(EmailAddress email) {
        return pool.preparedQuery(FIND).execute(Tuple.of(email.value())).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            var row = rows.iterator().next();
            return new Login(row.getUUID("account_id"), row.getString("password_hash"), row.getUUID("workspace_id"));
        });
    }
}
