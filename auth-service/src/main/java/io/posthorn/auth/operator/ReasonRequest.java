package io.posthorn.auth.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ReasonRequest(
        @NotBlank(message = "must say why")
        @Size(max = 500, message = "must have at most 500 characters")
        @Schema(description = "The workspace reads it in its audit log", examples = "Asked for by phone, ticket 4711")
        String reason) {}
