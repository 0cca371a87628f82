package io.posthorn.messaging.connecting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Meta's dashboard shows of a number, and the secrets to use it. */
@Schema(example = """
                {"name": "Support", "phoneNumberId": "400000000000001", "wabaId": "300000000000001",
                 "accessToken": "...", "appSecret": "..."}""")
public record ConnectChannelRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "\\d{5,20}") String phoneNumberId,
        @NotNull @Pattern(regexp = "\\d{5,20}") String wabaId,
        @Pattern(regexp = "\\d{5,20}") String portfolioId,

        @NotBlank @Size(max = 1000) @Pattern(regexp = "[\\x21-\\x7e]*")
        String accessToken,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[\\x21-\\x7e]*")
        String appSecret,

        @Size(min = 8, max = 200) @Pattern(regexp = "[\\x21-\\x7e]*")
        String verifyToken) {

    @Override
    public String toString() {
        return "ConnectChannelRequest[%s]".formatted(phoneNumberId);
    }
}
