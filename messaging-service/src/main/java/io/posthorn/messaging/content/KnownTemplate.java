package io.posthorn.messaging.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.template.ApprovedTemplate;
import io.posthorn.messaging.template.TemplateSnapshot;

/** A template as it stands, with its content read once for all messages of a request. */
public record KnownTemplate(TemplateSnapshot snapshot, ApprovedTemplate content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static KnownTemplate of(TemplateSnapshot snapshot) {
        try {
            return new KnownTemplate(
                    snapshot,
                    ApprovedTemplate.of(JSON.readTree(snapshot.components().encode())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored components cannot be read", impossible);
        }
    }
}
