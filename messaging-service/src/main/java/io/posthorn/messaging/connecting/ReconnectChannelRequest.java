package io.posthorn.messaging.connecting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A new access token for a number. */
public record ReconnectChannelRequest(
        @NotBlank @Size(max = 1000) @Pattern(regexp = "[\\x21-\\x7e]*")
        String accessToken) {

    @Override
    public String toString() {
        return "ReconnectChannelRequest[hidden]";
    }
}
