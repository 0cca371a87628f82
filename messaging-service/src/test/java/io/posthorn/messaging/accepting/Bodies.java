package io.posthorn.messaging.accepting;

import java.util.UUID;

/** Requests as clients write them. */
public final class Bodies {
    private Bodies() {}

    public static String text(String to, String body) {
        return """
                {"to":"%s","type":"text","text":{"body":"%s"}}""".formatted(to, body);
    }

    public static String image(String conversation, UUID mediaId) {
        return """
                {"conversationId":"%s","type":"image","image":{"mediaId":"%s","caption":"look"}}""".formatted(conversation, mediaId);
    }

    public static String template(String to, String name, String... more) {
        return """
                {"to":"%s","type":"template","template":{"name":"%s","language":{"code":"en_US"},"components":[
                {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"A-17"}]},
                {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"stop:A-17"}]}]}%s}""".formatted(to, name, String.join("", more));
    }

    public static String templateWithImage(String to, String name, UUID mediaId) {
        return template(to, name).replace("\"components\":[", """
                        "components":[{"type":"header","parameters":[{"type":"image","image":{"mediaId":"%s"}}]},""".formatted(mediaId));
    }

    /** Meta wants the code twice. */
    static String code(String to, String name) {
        return """
                {"to":"%s","type":"template","template":{"name":"%s","language":{"code":"en_US"},"components":[
                {"type":"body","parameters":[{"type":"text","text":"123456"}]},
                {"type":"button","subType":"url","index":0,"parameters":[{"type":"text","text":"123456"}]}]}}""".formatted(to, name);
    }

    /** The same message with one more field. */
    public static String with(String message, String field, String value) {
        return message.substring(0, message.length() - 1) + ",\"%s\":\"%s\"}".formatted(field, value);
    }

    public static String bulk(Iterable<String> messages) {
        return "{\"messages\":[%s]}".formatted(String.join(",", messages));
    }
}
