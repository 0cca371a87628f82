package io.posthorn.auth.membership;

import io.posthorn.auth.account.PlainName;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record NameWorkspaceRequest(
        @NotNull @PlainName @Schema(examples = "Engines Ltd")
        String name) {}
