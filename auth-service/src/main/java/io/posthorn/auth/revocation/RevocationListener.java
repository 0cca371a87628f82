package io.posthorn.auth.revocation;

import io.posthorn.contracts.PosthornEvent;
import io.posthorn.contracts.auth.ApiKeyRevoked;
import io.posthorn.contracts.auth.ApplicationAccessRevoked;
import io.posthorn.contracts.auth.ApplicationRemoved;
import io.posthorn.contracts.auth.ImpersonationEnded;
import io.posthorn.contracts.auth.SessionRevoked;
import io.posthorn.contracts.auth.UserDisabled;
import io.posthorn.contracts.auth.UserEnabled;
import io.posthorn.contracts.auth.WorkspaceResumed;
import io.posthorn.contracts.auth.WorkspaceSuspended;
import io.posthorn.kit.event.EventReader;
import io.posthorn.kit.revocation.Revocations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The backstop: our own events, which were committed with the revocation, reach the stream whatever happened in between. A
 * Redis that is away is waited for, until the tokens have ended by themselves. A record that cannot be read is skipped here;
 * admin-service, which reads the same topic, puts it aside.
 */
@ApplicationScoped
class RevocationListener {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventReader reader;
    private final RevocationStream stream;
    private final Clock clock;

    RevocationListener(EventReader reader, RevocationStream stream, Clock clock) {
        this.reader = reader;
        this.stream = stream;
        this.clock = clock;
    }

    @Incoming("revoked")
    Uni<Void> onEvent(ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom().deferred(() -> reader.read(record)
                .filter(event -> event.time().isAfter(clock.instant().minus(Revocations.KEPT)))
                .flatMap(event -> revocation(event.event())
                        .map(revocation -> surely(
                                revocation, event.time().plus(Revocations.KEPT).toEpochMilli())))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> surely(Revocation revocation, long until) {
        return stream.add(revocation)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireAt(until);
    }

    private static Optional<Revocation> revocation(PosthornEvent event) {
        return switch (event) {
            case SessionRevoked session ->
                Optional.of(new Revocation(session.workspaceId(), session.sessionId(), session.reason()));
            case ApiKeyRevoked key -> Optional.of(Revocation.ofApiKey(key.workspaceId(), key.apiKeyId()));
            case ApplicationAccessRevoked access ->
                Optional.of(new Revocation(access.workspaceId(), access.grantId(), access.reason()));
            case ApplicationRemoved application ->
                Optional.of(Revocation.ofApplication(application.workspaceId(), application.applicationId()));
            case UserDisabled user ->
                Optional.of(Revocation.ofKeptOut(user.workspaceId(), user.userId(), "user_disabled"));
            case UserEnabled user -> Optional.of(Revocation.lifted(user.workspaceId(), user.userId()));
            case WorkspaceSuspended workspace ->
                Optional.of(
                        Revocation.ofKeptOut(workspace.workspaceId(), workspace.workspaceId(), "workspace_suspended"));
            case WorkspaceResumed workspace ->
                Optional.of(Revocation.lifted(workspace.workspaceId(), workspace.workspaceId()));
            case ImpersonationEnded impersonation ->
                Optional.of(new Revocation(
                        impersonation.workspaceId(), impersonation.impersonationId(), "impersonation_ended"));
            default -> Optional.empty();
        };
    }
}
