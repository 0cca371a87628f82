package io.posthorn.template.builder.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.template.builder.engine.BuilderState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A state is one JSON text: it is read and written as a whole, never searched. */
@Converter(autoApply = true)
public class StateConverter implements AttributeConverter<BuilderState, String> {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(BuilderState state) {
        try {
            return JSON.writeValueAsString(state).replace("\\u0000", "");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A builder's state cannot be written", impossible);
        }
    }

    @Override
    public BuilderState convertToEntityAttribute(String stored) {
        try {
            return JSON.readValue(stored, BuilderState.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A builder's stored state cannot be read", impossible);
        }
    }
}
