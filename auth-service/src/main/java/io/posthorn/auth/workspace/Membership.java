package io.posthorn.auth.workspace;

import io.posthorn.kit.caller.Role;
import java.util.UUID;

public record Membership(UUID workspaceId, String workspaceName, UUID accountId, Role role) {}
