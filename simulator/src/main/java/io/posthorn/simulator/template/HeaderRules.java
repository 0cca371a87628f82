package io.posthorn.simulator.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.media.UploadSessions;
import io.posthorn.simulator.world.World;
import java.util.regex.Pattern;

final class HeaderRules {
    private static final int LONGEST = 60;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\n\\r*_~`\\p{IsEmoji_Presentation}\\x{fe0f}]");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]*}}");

    private HeaderRules() {}

    static void check(World world, ParameterFormat format, JsonNode header) {
        switch (header.path("format").asText("")) {
            case "TEXT" -> checkText(format, header);
            case "IMAGE" -> checkHandle(world, header, "image/");
            case "VIDEO" -> checkHandle(world, header, "video/");
            case "DOCUMENT" -> checkHandle(world, header, "application/pdf");
            case "LOCATION" -> refuseText(header);
            case "" -> throw TemplateRefusal.missing("HEADER", "format");
            default ->
                throw TemplateRefusal.headerFormat(
                        "The header format is one of TEXT, IMAGE, VIDEO, DOCUMENT and LOCATION.");
        }
    }

    private static void checkText(ParameterFormat format, JsonNode header) {
        var text = header.path("text").asText("");
        var variables = Variables.of(text);
        if (text.isBlank()) {
            throw TemplateRefusal.missing("HEADER", "text");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw TemplateRefusal.tooLong("The header", LONGEST);
        }
        if (FORBIDDEN.matcher(VARIABLE.matcher(text).replaceAll("")).find()) {
            throw TemplateRefusal.headerSigns();
        }
        if (!variables.areWellFormed(format) || variables.count() > 1) {
            throw TemplateRefusal.headerFormat("The header can have one variable, such as {{1}}.");
        }
        Example.check("HEADER", "header_text", format, variables, header);
    }

    private static void checkHandle(World world, JsonNode header, String mimeType) {
        refuseText(header);
        var handles = header.path("example").path("header_handle");
        if (handles.size() != 1 || handles.path(0).asText("").isBlank()) {
            throw TemplateRefusal.missing("HEADER", "example");
        }
        var known = UploadSessions.of(world).mimeTypeOf(handles.path(0).asText());
        if (known.filter(type -> type.startsWith(mimeType)).isEmpty()) {
            throw TemplateRefusal.badHandle();
        }
    }

    private static void refuseText(JsonNode header) {
        if (header.has("text")) {
            throw TemplateRefusal.unexpected("HEADER", "text");
        }
    }
}
