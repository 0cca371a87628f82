package io.posthorn.auth.operator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record FoundUserView(
        UUID id,
        @Schema(examples = "ada@example.com") String email,
        @Schema(examples = "Ada Lovelace") String fullName,
        Instant createdAt,

        @Schema(description = "Null for one who may come in")
        Instant disabledAt,

        List<MemberOfView> workspaces) {
    record MemberOfView(
            UUID id,
            @Schema(examples = "Engines Ltd") String name,
            @Schema(examples = "owner") String role) {}

    static FoundUserView of(FoundUser user, List<MemberOfView> workspaces) {
        return new FoundUserView(
                user.id(), user.email(), user.fullName(), user.createdAt(), user.disabledAt(), workspaces);
    }
}
