package io.posthorn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What a server answered to one request. The body is a missing node when there is none or when it is not JSON. */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {
    /** This answer, if it has the status that the caller can go on with. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new UnexpectedAnswer(this, wanted);
        }
        return this;
    }

    /** The problem's code and detail, as far as the answer is a problem. */
    String problem() {
        var code = body.path("code").asText("");
        var detail = body.path("detail").asText("");
        return code.isEmpty() ? "" : ": %s (%s)%s".formatted(code, detail, errors());
    }

    private String errors() {
        return body.path("errors").isEmpty() ? "" : " " + body.path("errors");
    }
}
