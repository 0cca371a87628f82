package io.posthorn.auth.apikey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreatedApiKeyView(
        @JsonUnwrapped ApiKeyView apiKey,

        @Schema(description = "The key itself. It is shown here and never again")
        String key) {
    @Override
    public String toString() {
        return "CreatedApiKeyView";
    }
}
