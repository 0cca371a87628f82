package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.stream.Stream;

/** The code of an authentication template. Meta wants it twice: in the body and at the button, whatever the button does. */
public record OneTimeCode(String code) implements Component {
    public static final int MAX_CODE = 15;

    @Override
    public List<ObjectNode> toJson() {
        var body = BodyValues.of(code).toJson();
        var button = new ButtonValue(0, new ButtonAction.UrlSuffix(code)).toJson();
        return Stream.concat(body.stream(), button.stream()).toList();
    }

    @Override
    public void check(Violations found, String pointer) {
        found.text(pointer + "/parameters/0/text", "code", code, MAX_CODE);
        found.require(
                code == null || code.matches("[\\x21-\\x7e]*"),
                pointer + "/parameters/0/text",
                "code_characters",
                "A code has no spaces and no emoji");
    }

    @Override
    public String toString() {
        return "OneTimeCode[hidden]";
    }
}
