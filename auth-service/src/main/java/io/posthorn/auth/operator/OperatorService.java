package io.posthorn.auth.operator;

import io.posthorn.auth.operator.FoundUserView.MemberOfView;
import io.posthorn.auth.token.Operators;
import io.posthorn.kit.caller.Caller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Who is an operator, and whom operators find. */
@ApplicationScoped
class OperatorService {
    private final WorkerTransaction worker;
    private final OperatorStore store;
    private final Operators operators;
    private final Optional<String> claimToken;

    OperatorService(WorkerTransaction worker, OperatorStore store, Operators operators, OperatorConfig config) {
        this.worker = worker;
        this.store = store;
        this.operators = operators;
        this.claimToken = config.claimToken();
    }

    /** Makes the caller the first operator; the next login or refresh says so. */
    Uni<Void> claim(Caller caller, String token) {
        if (claimToken.filter(expected -> isEqual(expected, token)).isEmpty()) {
            throw refused();
        }
        return operators
                .appointFirst(caller.userId())
                .invoke(first -> {
                    if (!first) {
                        throw refused();
                    }
                })
                .replaceWithVoid();
    }

    Uni<Page<FoundUserView>> find(String beginning, PageRequest page) {
        var cursor = page.cursor();
        return worker.connection(connection -> store.findUsers(
                        connection, beginning.strip().toLowerCase(Locale.ROOT), cursor, page.rowsToRead())
                .chain(users -> withWorkspaces(connection, users))
                .map(found -> Page.of(page, found, last -> Cursor.of(last.id()))));
    }

    private Uni<List<FoundUserView>> withWorkspaces(SqlConnection connection, List<FoundUser> users) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(user ->
                        store.memberships(connection, user.id()).map(workspaces -> FoundUserView.of(user, workspaces)))
                .collect()
                .asList();
    }

    /** In which workspaces a person is; refuses an id that nobody has. */
    Uni<List<MemberOfView>> workspacesOf(UUID accountId) {
        return worker.connection(connection -> store.memberships(connection, accountId))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new ProblemException(OperatorProblems.USER_NOT_FOUND, "No user " + accountId);
                    }
                });
    }

    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused() {
        return new ProblemException(
                OperatorProblems.CLAIM_REFUSED, "The token is wrong, or there is an operator already");
    }
}
