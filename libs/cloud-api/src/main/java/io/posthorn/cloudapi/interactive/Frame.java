package io.posthorn.cloudapi.interactive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;

/** What stands around the control. */
public record Frame(Optional<Header> header, Optional<String> body, Optional<String> footer) {
    public static final int MAX_BODY = 1024;
    public static final int MAX_FOOTER = 60;

    /** Which header a kind of message takes. */
    enum Top {
        NONE,
        TEXT,
        TEXT_REQUIRED,
        ANY
    }

    /** The parts that a kind of message takes. */
    record Rule(Top top, boolean needsBody, int maxBody, boolean footer) {
        static final Rule USUAL = new Rule(Top.ANY, true, MAX_BODY, true);
        static final Rule BODY_ONLY = new Rule(Top.NONE, true, MAX_BODY, false);
    }

    public static Frame of(String body) {
        return new Frame(Optional.empty(), Optional.of(body), Optional.empty());
    }

    public static Frame empty() {
        return new Frame(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Frame withHeader(Header above) {
        return new Frame(Optional.of(above), body, footer);
    }

    public Frame withFooter(String below) {
        return new Frame(header, body, Optional.of(below));
    }

    void writeTo(ObjectNode json) {
        header.ifPresent(above -> json.set("header", above.toJson()));
        body.ifPresent(text -> json.set("body", Json.object().put("text", text)));
        footer.ifPresent(text -> json.set("footer", Json.object().put("text", text)));
    }

    void check(Violations found, String pointer, Rule rule) {
        checkHeader(found, pointer + "/header", rule.top());
        if (rule.needsBody() || body.isPresent()) {
            found.text(pointer + "/body/text", "body", body.orElse(null), rule.maxBody());
        }
        if (rule.footer()) {
            found.text(pointer + "/footer/text", "footer", footer, MAX_FOOTER);
        } else if (footer.isPresent()) {
            found.add(pointer + "/footer", "footer_unexpected", "A message of this kind has no footer");
        }
    }

    private void checkHeader(Violations found, String pointer, Top top) {
        header.ifPresent(above -> above.check(found, pointer));
        var isText = header.filter(Header.Text.class::isInstance).isPresent();
        switch (top) {
            case ANY -> {}
            case NONE ->
                found.require(header.isEmpty(), pointer, "header_unexpected", "A message of this kind has no header");
            case TEXT ->
                found.require(header.isEmpty() || isText, pointer, "header_kind", "The header of this kind is a text");
            case TEXT_REQUIRED ->
                found.require(isText, pointer, "header_required", "A message of this kind needs a text as header");
        }
    }
}
