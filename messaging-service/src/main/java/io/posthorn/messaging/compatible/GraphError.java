package io.posthorn.messaging.compatible;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** An error as Meta writes it, with its HTTP status. */
record GraphError(int status, Body body) {
    public record Body(Details error) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Details(
            String message,
            String type,
            int code,
            @JsonProperty("error_subcode") Integer subcode,
            @JsonProperty("error_data") Data data,
            @JsonProperty("is_transient") Boolean isTransient,
            @JsonProperty("fbtrace_id") String traceId) {}

    public record Data(@JsonProperty("messaging_product") String messagingProduct, String details) {}
}
