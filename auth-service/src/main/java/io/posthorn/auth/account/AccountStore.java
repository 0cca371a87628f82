package io.posthorn.auth.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;

@ApplicationScoped
class AccountStore {
    /** Without a conflict target: naming one would need the right to see the row that it meets. */
    private static final String INSERT = """
            insert into account (id, email, full_name, password_hash, created_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private static final String FIND = "select id, email, full_name, created_at from account where id = $1";
    private static final String RENAME =
            "update account set full_name = $2, version = version + 1 where id = $1 and full_name <> $2";

    /** False when the address is taken. */
    Uni<Boolean> insert(SqlConnection connection, Account account, String passwordHash) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        account.id(),
                        account.email(),
                        account.fullName(),
                        passwordHash,
                        account.createdAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Null unless the account is a member of the transaction's workspace. */
    Uni<Account> find(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            var row = rows.iterator().next();
            return new Account(
                    row.getUUID("id"),
                    row.getString("email"),
                    row.getString("full_name"),
                    row.getOffsetDateTime("created_at").toInstant());
        });
    }

    Uni<Void> rename(SqlConnection connection, UUID id, String fullName) {
        return connection.preparedQuery(RENAME).execute(Tuple.of(id, fullName)).replaceWithVoid();
    }
}
