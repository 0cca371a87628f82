package io.posthorn.template.submission;

import io.posthorn.kit.background.Background;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** One process of the service asks Meta about overdue templates; two would only ask twice. */
@Startup
@ApplicationScoped
class SyncLoop {
    SyncLoop(SubmissionConfig config, SyncService sync, Background background) {
        background.leased(
                "template-sync", config.leaseTime(), () -> sync.syncOverdue().replaceWith(config.askEvery()));
    }
}
