package io.posthorn.template.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Parts are one JSON text: they are read and written as a whole, never searched. */
@Converter(autoApply = true)
public class TemplatePartsConverter implements AttributeConverter<TemplateParts, String> {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(TemplateParts parts) {
        try {
            return parts == null ? null : JSON.writeValueAsString(parts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Parts of a template cannot be written", impossible);
        }
    }

    @Override
    public TemplateParts convertToEntityAttribute(String stored) {
        try {
            return stored == null ? TemplateParts.NONE : JSON.readValue(stored, TemplateParts.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored parts of a template cannot be read", impossible);
        }
    }
}
