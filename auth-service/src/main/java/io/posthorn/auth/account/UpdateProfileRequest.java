package io.posthorn.auth.account;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record UpdateProfileRequest(
        @NotNull @PlainName @Schema(examples = "Ada Lovelace")
        String fullName) {}
