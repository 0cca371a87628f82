package io.posthorn.template.submission;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Through which channel, and thereby to which WhatsApp Business account, a template goes. */
record SubmitTemplateRequest(
        @NotNull @Schema(required = true) UUID channelId) {}
