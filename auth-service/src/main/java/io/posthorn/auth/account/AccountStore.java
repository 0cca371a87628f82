package io.posthorn.auth.account;

import io.posthorn.auth.mail.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

@ApplicationScoped
class AccountStore {
    /** Without a conflict target: naming one would need the right to see the row that it meets. */
    private static final String INSERT = """
            insert into account (id, email, full_name, password_hash, language, email_verified_at, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict do nothing""";

    private static final String FIND =
            "select id, email, full_name, language, email_verified_at, created_at from account where id = $1";
    private static final String CHANGE = """
            update account set full_name = $2, language = coalesce($3, language), version = version + 1
            where id = $1 and (full_name <> $2 or language <> coalesce($3, language))""";
    private static final String VERIFY = """
            update account set email_verified_at = $2, version = version + 1
            where id = $1 and email_verified_at is null""";

    /** False when the address is taken. */
    Uni<Boolean> insert(SqlConnection connection, Account account, String passwordHash) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.tuple(Arrays.asList(
                        account.id(),
                        account.email(),
                        account.fullName(),
                        passwordHash,
                        account.language().tag(),
                        utc(account.emailVerifiedAt()),
                        utc(account.createdAt()))))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Null unless the account is a member of the transaction's workspace. */
    Uni<Account> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : account(rows.iterator().next()));
    }

    /** A null language stays as it is. */
    Uni<Void> change(SqlConnection connection, UUID id, String fullName, Language language) {
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.of(id, fullName, language == null ? null : language.tag()))
                .replaceWithVoid();
    }

    /** False when it was verified before. */
    Uni<Boolean> verifyEmail(SqlConnection connection, UUID id, Instant now) {
        return connection.preparedQuery(VERIFY).execute(Tuple.of(id, utc(now))).map(rows -> rows.rowCount() == 1);
    }

    private static Account account(Row row) {
        return new Account(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("full_name"),
                Language.named(row.getString("language")).orElseThrow(),
                instant(row.getOffsetDateTime("email_verified_at")),
                instant(row.getOffsetDateTime("created_at")));
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
