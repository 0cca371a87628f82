package io.posthorn.messaging.canceling;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.message.MessageService;
import io.posthorn.messaging.queue.QueueStore;
import io.posthorn.messaging.status.StatusReport;
import io.posthorn.messaging.status.StatusService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Takes messages back before they leave. The task's row decides: whoever ends it first, a caller or the lane, has it. */
@ApplicationScoped
public class CancelService {
    private static final ProblemType NOT_CANCELABLE =
            new ProblemType(ErrorCode.MESSAGE_NOT_CANCELABLE, 409, "The message can no longer be canceled");

    private final TenantTransaction tenant;
    private final QueueStore queue;
    private final StatusService statuses;
    private final MessageService messages;
    private final CurrentCaller caller;
    private final Clock clock;

    CancelService(
            TenantTransaction tenant,
            QueueStore queue,
            StatusService statuses,
            MessageService messages,
            CurrentCaller caller,
            Clock clock) {
        this.tenant = tenant;
        this.queue = queue;
        this.statuses = statuses;
        this.messages = messages;
        this.caller = caller;
        this.clock = clock;
    }

    public Uni<CanceledMessage> cancel(UUID messageId) {
        return tenant.connection(connection -> withdraw(connection, messageId))
                .chain(withdrawn -> withdrawn
                        ? Uni.createFrom().item(new CanceledMessage(messageId, "canceled"))
                        : refuse(messageId));
    }

    private Uni<Boolean> withdraw(SqlConnection connection, UUID messageId) {
        var workspace = caller.get().workspaceId();
        var canceled = StatusReport.decided(messageId, "canceled", clock.instant(), null);
        return queue.withdraw(connection, workspace, messageId)
                .call(withdrawn -> withdrawn
                        ? statuses.report(connection, workspace, List.of(canceled))
                        : Uni.createFrom().voidItem());
    }

    private Uni<CanceledMessage> refuse(UUID messageId) {
        return messages.get(messageId).map(message -> {
            throw new ProblemException(NOT_CANCELABLE, "The message is %s".formatted(message.status()));
        });
    }
}
