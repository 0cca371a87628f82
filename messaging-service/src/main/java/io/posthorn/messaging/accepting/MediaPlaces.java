package io.posthorn.messaging.accepting;

import java.util.UUID;

/** Where in a request a file is named. */
final class MediaPlaces {
    private MediaPlaces() {}

    /** The JSON pointer of the first place. */
    static String of(SendMessageRequest request, UUID mediaId) {
        if (request.template() == null) {
            return "/image/mediaId";
        }
        var components = request.template().components();
        for (var component = 0; component < components.size(); component++) {
            var parameters = components.get(component).parameters();
            for (var parameter = 0; parameters != null && parameter < parameters.size(); parameter++) {
                var image = parameters.get(parameter).image();
                if (image != null && image.mediaId().equals(mediaId)) {
                    return "/template/components/%d/parameters/%d/image/mediaId".formatted(component, parameter);
                }
            }
        }
        return "/template";
    }
}
