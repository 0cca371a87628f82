package io.posthorn.messaging.bulk;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.idempotency.Idempotency;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.accepting.Acceptance;
import io.posthorn.messaging.accepting.Author;
import io.posthorn.messaging.accepting.Candidate;
import io.posthorn.messaging.accepting.NotHeardYet;
import io.posthorn.messaging.accepting.Outcome;
import io.posthorn.messaging.content.CarriedFile;
import io.posthorn.messaging.media.FileUse;
import io.posthorn.messaging.media.MediaChecks;
import io.posthorn.messaging.sending.Dispatcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes many messages over at once; each is accepted or refused for itself. */
@ApplicationScoped
public class BulkService {
    private final TenantTransaction tenant;
    private final BulkItems items;
    private final Acceptance acceptance;
    private final MediaChecks media;
    private final Idempotency idempotency;
    private final Dispatcher dispatcher;
    private final CurrentCaller caller;

    BulkService(
            TenantTransaction tenant,
            BulkItems items,
            Acceptance acceptance,
            MediaChecks media,
            Idempotency idempotency,
            Dispatcher dispatcher,
            CurrentCaller caller) {
        this.tenant = tenant;
        this.items = items;
        this.acceptance = acceptance;
        this.media = media;
        this.idempotency = idempotency;
        this.dispatcher = dispatcher;
        this.caller = caller;
    }

    public Uni<BulkAnswer> accept(BulkSendRequest request) {
        return tenant.connection(connection -> idempotency.stored(connection, request, BulkAnswer.class))
                .chain(answer ->
                        answer.map(known -> Uni.createFrom().item(known)).orElseGet(() -> read(request)));
    }

    private Uni<BulkAnswer> read(BulkSendRequest request) {
        var author = Author.of(caller.get());
        var read = items.read(request);
        var repeats = new Repeats(read.candidates());
        return tenant.connection(connection -> acceptance.known(connection, author, repeats.leads()))
                .chain(known -> store(author, request, read, repeats, known))
                .invoke(dispatcher::wake);
    }

    private Uni<BulkAnswer> store(
            Author author, BulkSendRequest request, BulkItems.Read read, Repeats repeats, Map<Integer, Outcome> known) {
        var fresh = repeats.leads().stream()
                .filter(candidate -> !known.containsKey(candidate.index()))
                .toList();
        return media.problems(author.workspaceId(), files(fresh))
                .chain(problems -> NotHeardYet.patiently(patient -> tenant.connection(
                        connection -> idempotency.once(connection, request, BulkAnswer.class, () -> acceptance
                                .accept(connection, author, fresh, problems, !patient)
                                .map(outcomes -> answer(request, read, repeats, known, outcomes))))));
    }

    private static BulkAnswer answer(
            BulkSendRequest request,
            BulkItems.Read read,
            Repeats repeats,
            Map<Integer, Outcome> known,
            Map<Integer, Outcome> fresh) {
        var all = new HashMap<>(read.refused());
        all.putAll(known);
        all.putAll(fresh);
        repeats.answer(all);
        return new BulkAnswer(IntStream.range(0, request.messages().size())
                .mapToObj(index -> BulkAnswer.result(
                        index, Optional.ofNullable(all.get(index)).orElseThrow()))
                .toList());
    }

    private static List<FileUse> files(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.draft().content().files().stream())
                .map(CarriedFile::use)
                .distinct()
                .toList();
    }
}
