package io.posthorn.messaging.meta;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.posthorn.messaging.channel.ChannelSecrets;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Opens the secrets behind a webhook path. */
@ApplicationScoped
public class MetaApps {
    private final WorkerTransaction worker;
    private final MetaAppStore store;
    private final ChannelSecrets secrets;

    MetaApps(WorkerTransaction worker, MetaAppStore store, ChannelSecrets secrets) {
        this.worker = worker;
        this.store = store;
        this.secrets = secrets;
    }

    /** For signatures: remembered for some seconds. A key that is not known fails and is not remembered. */
    @CacheResult(cacheName = "app-secrets")
    public Uni<MetaAppSecrets> remembered(String appKey) {
        return current(appKey);
    }

    /** For the handshake, which follows at once on a change of the verify token. */
    public Uni<MetaAppSecrets> current(String appKey) {
        return worker.connection(connection -> store.app(connection, appKey))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblems.NOT_FOUND, "No webhooks are expected here"))
                .map(this::open);
    }

    private MetaAppSecrets open(MetaApp app) {
        return new MetaAppSecrets(
                app.id(),
                List.of(secrets.openAppSecret(app.id(), app.sealedSecret())),
                app.sealedVerifyTokens().entrySet().stream()
                        .map(token -> secrets.openVerifyToken(token.getKey(), token.getValue()))
                        .toList());
    }
}
