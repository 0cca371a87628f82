package io.posthorn.auth.member;

import io.posthorn.kit.caller.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ChangeRoleRequest(
        @NotNull
        @Pattern(regexp = "owner|admin|agent|viewer", message = "must be owner, admin, agent or viewer")
        @Schema(examples = "agent")
        String role) {
    Role wanted() {
        return Role.named(role).orElseThrow();
    }
}
