package io.posthorn.template.version;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a second person has to approve every version before it goes to Meta. */
record ApprovalPolicy(
        @NotNull @Schema(required = true, examples = "true") Boolean required) {}
