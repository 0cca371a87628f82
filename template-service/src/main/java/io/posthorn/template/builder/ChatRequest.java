package io.posthorn.template.builder;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A turn as the ancestor took it. */
@Schema(examples = "{\"sessionId\":\"0197c5a0-0000-7000-8000-000000000001\",\"message\":\"marketing\"}")
record ChatRequest(@NotNull UUID sessionId, @NotNull String message) {}
