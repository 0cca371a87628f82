package io.posthorn.messaging.accepting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An approved template and its values, in Meta's shape; files are named by our own ids. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
        {"name": "order_ready", "language": {"code": "en_US"},
         "components": [{"type": "body", "parameters": [{"type": "text", "text": "Ana"}]}]}""")
public record TemplateMessage(
        @NotBlank @Size(max = 512) @Pattern(regexp = "[^\\x00]*")
        String name,

        @NotNull @Valid Language language,
        @Size(max = 12) List<@NotNull @Valid Component> components) {

    /** {@code policy} is Meta's; it knows only {@code deterministic}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Language(
            @NotBlank @Size(max = 20) @Pattern(regexp = "[^\\x00]*")
            String code,

            @Pattern(regexp = "deterministic") String policy) {}

    /** Header, body or one button. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Component(
            @NotBlank @Size(max = 20) String type,

            @JsonProperty("sub_type") @Size(max = 20) String subType,

            @Schema(description = "The button's place from 0, as a text or a number", examples = "0")
            JsonNode index,

            @Size(max = 100) List<@NotNull @Valid Parameter> parameters) {}

    /** One value; the field that its type names holds it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameter(
            @NotBlank @Size(max = 20) String type,
            @Size(max = 2000) String text,
            @Size(max = 256) String payload,
            @Valid Image image,
            @Valid Currency currency,
            @JsonProperty("date_time") @Valid DateTime dateTime) {
        @Override
        public String toString() {
            return "Parameter[%s]".formatted(type);
        }
    }

    public record Image(@NotNull UUID mediaId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Currency(
            @JsonProperty("fallback_value") @Size(max = 100) String fallbackValue,

            @Size(max = 3) String code,
            @JsonProperty("amount_1000") Long amount1000) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DateTime(
            @JsonProperty("fallback_value") @Size(max = 100) String fallbackValue) {}

    Set<UUID> media() {
        return components == null
                ? Set.of()
                : components.stream()
                        .flatMap(component ->
                                component.parameters() == null ? Stream.empty() : component.parameters().stream())
                        .map(Parameter::image)
                        .filter(Objects::nonNull)
                        .map(Image::mediaId)
                        .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "TemplateMessage[%s]".formatted(name);
    }
}
