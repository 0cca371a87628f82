package io.posthorn.messaging.contact;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What should be different; what is missing stays. */
@Schema(example = """
        {"consent": "opted_out"}""")
public record ChangeContactRequest(
        @Size(min = 1, max = 200) @Pattern(regexp = "[^\\x00]*\\S[^\\x00]*", message = "must not be blank")
        String name,

        Consent consent) {

    @Override
    public String toString() {
        return "ChangeContactRequest[%s]".formatted(consent);
    }
}
