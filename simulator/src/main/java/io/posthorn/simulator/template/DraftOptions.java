package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a create call can say beside the components.
 *
 * @param libraryName the template of Meta's library that it was made from
 */
public record DraftOptions(
        boolean linkTrackingOptedOut,
        boolean primaryDeviceOnly,
        Optional<String> subCategory,
        Optional<String> libraryName) {

    static DraftOptions of(ObjectNode parameters) {
        return new DraftOptions(
                parameters.path("cta_url_link_tracking_opted_out").asBoolean(),
                parameters.path("is_primary_device_delivery_only").asBoolean(),
                text(parameters, "sub_category"),
                text(parameters, "library_template_name"));
    }

    private static Optional<String> text(ObjectNode parameters, String name) {
        return Optional.of(parameters.path(name).asText("")).filter(text -> !text.isEmpty());
    }
}
