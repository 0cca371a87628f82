package io.posthorn.template.builder.openai;

import io.posthorn.kit.tenant.TenantTransaction;
import io.posthorn.template.builder.answering.BuilderConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Tokens of a day, which begins at midnight UTC. Turns at the same instant may overdraw it by themselves, no further. */
@ApplicationScoped
public class DailyBudget implements Budget {
    private final TenantTransaction tenant;
    private final UsageStore usage;
    private final BuilderConfig config;
    private final Clock clock;

    DailyBudget(TenantTransaction tenant, UsageStore usage, BuilderConfig config, Clock clock) {
        this.tenant = tenant;
        this.usage = usage;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> allows(UUID workspaceId) {
        return tenant.connection(workspaceId, connection -> usage.used(connection, workspaceId, today()))
                .map(used -> used < config.openai().dailyTokens());
    }

    @Override
    public Uni<Void> spend(UUID workspaceId, long tokens) {
        return tenant.connection(workspaceId, connection -> usage.add(connection, workspaceId, today(), tokens));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
