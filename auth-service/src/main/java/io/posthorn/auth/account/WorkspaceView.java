package io.posthorn.auth.account;

import io.posthorn.auth.workspace.Membership;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The workspace as this user sees it. */
public record WorkspaceView(
        UUID id,
        String name,

        @Schema(description = "The user's role", examples = "owner")
        String role) {
    public static WorkspaceView of(Membership membership) {
        return new WorkspaceView(
                membership.workspaceId(),
                membership.workspaceName(),
                membership.role().claim());
    }
}
