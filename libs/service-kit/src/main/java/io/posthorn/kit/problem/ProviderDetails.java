package io.posthorn.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What an outside provider said when it refused: for the client to look up. Never holds a secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProviderDetails(String code, String subcode, String title, String message, String traceId) {}
