package io.posthorn.template.builder;

import io.posthorn.template.builder.language.Tongue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Nothing is needed to begin. */
@Schema(examples = "{\"language\":\"en\"}")
record BeginSessionRequest(
        @Schema(description = "In which the builder speaks first: en, es or pt", examples = "en")
        String language) {
    Tongue tongue() {
        var word = language == null ? "" : language.toLowerCase(Locale.ROOT);
        return word.startsWith("es") ? Tongue.ES : word.startsWith("pt") ? Tongue.PT : Tongue.EN;
    }
}
