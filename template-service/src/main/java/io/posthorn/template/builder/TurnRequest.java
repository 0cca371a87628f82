package io.posthorn.template.builder;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says. */
@Schema(examples = "{\"text\":\"Hello {{name}}, your order {{order}} is on its way to you today.\"}")
record TurnRequest(
        @NotNull @Schema(description = "Up to 4,000 characters are read")
        String text) {}
