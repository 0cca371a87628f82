package io.posthorn.auth.recovery;

import io.posthorn.auth.account.Account;
import io.posthorn.auth.credential.CredentialService;
import io.posthorn.auth.mail.Letter;
import io.posthorn.auth.mail.LetterKind;
import io.posthorn.auth.mail.MailService;
import io.posthorn.auth.revocation.Revocation;
import io.posthorn.auth.session.RevokeReason;
import io.posthorn.auth.session.SessionService;
import io.posthorn.auth.workspace.WorkspaceService;
import io.posthorn.contracts.auth.PasswordChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a new password brings with it, all in one transaction: it is stored, sessions end, and the owner is told. */
@ApplicationScoped
class NewPassword {
    private static final Duration WORTH_TELLING = Duration.ofDays(2);

    private final CredentialService credentials;
    private final SessionService sessions;
    private final WorkspaceService workspaces;
    private final MailService mail;

    NewPassword(CredentialService credentials, SessionService sessions, WorkspaceService workspaces, MailService mail) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.mail = mail;
    }

    /** Answers what has to be told when the transaction is committed. A null {@code kept} keeps no session. */
    Uni<List<Revocation>> store(
            SqlConnection connection,
            UUID home,
            Account account,
            String hash,
            UUID kept,
            RevokeReason reason,
            Instant now) {
        return credentials
                .replace(connection, account.id(), hash)
                .chain(() -> mail.post(connection, home, account.id(), letter(account), now, WORTH_TELLING))
                .chain(() -> workspaces.inEach(connection, home, account.id(), member -> sessions.end(
                                connection, member.workspaceId(), account.id(), kept, reason, now)
                        .call(() -> announce(connection, member.workspaceId(), account.id(), reason, now))))
                .map(revocations ->
                        revocations.stream().flatMap(Collection::stream).toList());
    }

    private Uni<Void> announce(
            SqlConnection connection, UUID workspaceId, UUID accountId, RevokeReason reason, Instant now) {
        return workspaces.announce(
                connection, workspaceId, List.of(new PasswordChanged(accountId, workspaceId, reason.word(), now)));
    }

    private static Letter letter(Account account) {
        return new Letter(
                LetterKind.PASSWORD_CHANGED,
                account.language(),
                account.email(),
                null,
                Map.of("name", account.fullName()));
    }
}
