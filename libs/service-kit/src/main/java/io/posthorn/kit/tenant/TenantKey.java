package io.posthorn.kit.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The primary key of a tenant table: the workspace leads, so rows of a tenant lie together. */
@Embeddable
public record TenantKey(
        @Column(name = "workspace_id") UUID workspaceId,
        @Column(name = "id") UUID id) {}
