package io.posthorn.messaging.numbering;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.messaging.sending.SendingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which country numbers belong to that do not say theirs: the workspace's choice, or else the installation's. */
@ApplicationScoped
public class DefaultRegionService {
    private final TenantTransaction tenant;
    private final DefaultRegionStore regions;
    private final CurrentCaller caller;
    private final String ofInstallation;

    DefaultRegionService(
            TenantTransaction tenant, DefaultRegionStore regions, CurrentCaller caller, SendingConfig config) {
        this.tenant = tenant;
        this.regions = regions;
        this.caller = caller;
        this.ofInstallation = config.defaultRegion().orElse(null);
    }

    public Uni<DefaultRegion> get() {
        return tenant.connection(connection -> of(connection, caller.get().workspaceId()))
                .map(region -> new DefaultRegion(region.isEmpty() ? null : region));
    }

    public Uni<DefaultRegion> choose(DefaultRegion chosen) {
        return tenant.connection(
                        connection -> regions.choose(connection, caller.get().workspaceId(), chosen.region()))
                .chain(this::get);
    }

    /** Empty when there is none. */
    public Uni<String> of(SqlConnection connection, UUID workspaceId) {
        return regions.find(connection, workspaceId)
                .map(chosen -> chosen.orElse(ofInstallation == null ? "" : ofInstallation));
    }
}
