package io.posthorn.cloudapi.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.error.ErrorClass;
import io.posthorn.cloudapi.error.ErrorTable;
import io.posthorn.cloudapi.part.Read;
import java.util.Optional;

/** Why Meta gave up on a message that it had accepted. */
public record DeliveryError(long code, String title, Optional<String> details) {

    static DeliveryError of(JsonNode raw) {
        var title = Read.text(raw, "title").or(() -> Read.text(raw, "message"));
        return new DeliveryError(raw.path("code").asLong(), title.orElse(""), details(raw.path("error_data")));
    }

    public ErrorClass errorClass() {
        return ErrorTable.classify(code);
    }

    public String remedy() {
        return ErrorTable.remedy(code);
    }

    private static Optional<String> details(JsonNode data) {
        return data.isTextual() ? Optional.of(data.textValue()) : Read.text(data, "details");
    }
}
