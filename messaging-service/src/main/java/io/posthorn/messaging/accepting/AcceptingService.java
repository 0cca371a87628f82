package io.posthorn.messaging.accepting;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.content.CarriedFile;
import io.posthorn.messaging.draft.MessageDraft;
import io.posthorn.messaging.draft.SendMessageRequest;
import io.posthorn.messaging.media.FileUse;
import io.posthorn.messaging.media.MediaChecks;
import io.posthorn.messaging.sending.Dispatcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes messages over. The message, its task, its event and the answer to its idempotency key are stored in one
 * transaction, so 202 means that it will be sent and that it will be sent once.
 */
@ApplicationScoped
public class AcceptingService {
    private final TenantTransaction tenant;
    private final Acceptance acceptance;
    private final MediaChecks media;
    private final Idempotency idempotency;
    private final Dispatcher dispatcher;
    private final CurrentCaller caller;

    AcceptingService(
            TenantTransaction tenant,
            Acceptance acceptance,
            MediaChecks media,
            Idempotency idempotency,
            Dispatcher dispatcher,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.acceptance = acceptance;
        this.media = media;
        this.idempotency = idempotency;
        this.dispatcher = dispatcher;
        this.caller = caller;
    }

    public Uni<AcceptedMessage> accept(SendMessageRequest request) {
        return Uni.createFrom().item(request::toDraft).chain(draft -> accept(request, draft));
    }

    /**
     * Takes a message over.
     *
     * @param request what must be equal for a repetition under the same idempotency key
     */
    public Uni<AcceptedMessage> accept(Object request, MessageDraft draft) {
        var author = Author.of(caller.get());
        var files = draft.content().files().stream().map(CarriedFile::use).toList();
        return files.isEmpty()
                ? store(author, request, draft, Map.of())
                : answered(request)
                        .chain(answer -> answer.map(known -> Uni.createFrom().item(known))
                                .orElseGet(() -> media.problems(author.workspaceId(), files)
                                        .chain(problems -> store(author, request, draft, problems))));
    }

    /** A repetition is answered even when its file cannot be looked at just now. */
    private Uni<Optional<AcceptedMessage>> answered(Object request) {
        return tenant.connection(connection -> idempotency.stored(connection, request, AcceptedMessage.class));
    }

    private Uni<AcceptedMessage> store(
            Author author, Object request, MessageDraft draft, Map<FileUse, ProblemException> mediaProblems) {
        var candidate = new Candidate(0, null, null, draft);
        return NotHeardYet.patiently(patient -> tenant.connection(
                        connection -> idempotency.once(connection, request, AcceptedMessage.class, () -> acceptance
                                .accept(connection, author, List.of(candidate), mediaProblems, !patient)
                                .map(outcomes -> outcomes.get(0).orRefuse()))))
                .invoke(accepted -> dispatcher.wakeLane(accepted.channelId()));
    }
}
