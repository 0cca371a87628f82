package io.posthorn.auth.secondfactor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CodeRequest(
        @NotNull @Size(max = 20) @Schema(examples = "287082")
        String code) {
    @Override
    public String toString() {
        return "CodeRequest";
    }
}
