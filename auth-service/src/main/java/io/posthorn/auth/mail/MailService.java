package io.posthorn.auth.mail;

import io.posthorn.kit.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Takes letters in the caller's transaction; {@link MailSender} sends them. */
@ApplicationScoped
public class MailService {
    private final MailStore store;
    private final SealedLetters sealedLetters;

    MailService(MailStore store, SealedLetters sealedLetters) {
        this.store = store;
        this.sealedLetters = sealedLetters;
    }

    /** A letter that could not be sent until it expires is not sent any more. It is counted for the account on which it is written. */
    public Uni<Void> post(
            SqlConnection connection,
            UUID workspaceId,
            UUID accountId,
            Letter letter,
            Instant now,
            Duration worthSendingFor) {
        var id = Ids.next();
        return store.insert(
                connection,
                new PostedLetter(
                        workspaceId,
                        id,
                        accountId,
                        letter.kind().word(),
                        sealedLetters.seal(letter, id),
                        now,
                        now.plus(worthSendingFor)));
    }

    /** How many letters of a kind an account was written since then. */
    public Uni<Long> countSince(
            SqlConnection connection, UUID workspaceId, UUID accountId, LetterKind kind, Instant since) {
        return store.countSince(connection, workspaceId, accountId, kind.word(), since);
    }
}
