package io.posthorn.auth.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record OAuthErrorView(
        @Schema(examples = "invalid_grant") String error,
        @JsonProperty("error_description") String description) {}
