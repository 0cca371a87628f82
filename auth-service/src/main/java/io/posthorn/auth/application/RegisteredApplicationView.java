package io.posthorn.auth.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RegisteredApplicationView(
        @JsonUnwrapped ApplicationView application,

        @Schema(description = "Its client_secret, shown this once; null for a public application")
        String secret) {
    @Override
    public String toString() {
        return "RegisteredApplicationView";
    }
}
