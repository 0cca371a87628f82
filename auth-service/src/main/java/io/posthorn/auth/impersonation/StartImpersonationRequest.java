package io.posthorn.auth.impersonation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record StartImpersonationRequest(
        @NotNull UUID workspaceId,
        @NotNull UUID userId,

        @NotBlank(message = "must say why")
        @Size(max = 500, message = "must have at most 500 characters")
        @Schema(
                description = "The workspace reads it in its audit log",
                examples = "Ticket 4711: cannot see a template")
        String reason,

        @Min(1) @Max(15) @Schema(description = "For how long; default 15", examples = "10")
        Integer minutes) {}
