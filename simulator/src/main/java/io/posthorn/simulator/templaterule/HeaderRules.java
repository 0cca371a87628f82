package io.posthorn.simulator.templaterule;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.media.UploadSessions;
import io.posthorn.simulator.template.ParameterFormat;
import io.posthorn.simulator.template.TemplateCategory;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateRefusal;
import io.posthorn.simulator.template.Variables;
import io.posthorn.simulator.world.World;
import java.util.regex.Pattern;

final class HeaderRules {
    private static final int LONGEST = 60;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]*}}");

    private HeaderRules() {}

    static void check(World world, TemplateDraft draft, JsonNode header) {
        switch (header.path("format").asText("")) {
            case "TEXT" -> checkText(draft.format(), header);
            case "IMAGE" -> checkHandle(world, header, "image/");
            case "VIDEO" -> checkHandle(world, header, "video/");
            case "DOCUMENT" -> checkHandle(world, header, "application/pdf");
            case "GIF" -> checkAnimation(world, draft, header);
            case "LOCATION" -> refuseContents(header);
            case "PRODUCT" -> checkProduct(draft, header);
            case "" -> throw TemplateRefusal.missing("HEADER", "format");
            default ->
                throw TemplateRefusal.headerFormat(
                        "The header format is one of TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION and PRODUCT.");
        }
    }

    private static void checkText(ParameterFormat format, JsonNode header) {
        var text = header.path("text").asText("");
        var variables = Variables.of(text);
        if (text.isBlank()) {
            throw TemplateRefusal.missing("HEADER", "text");
        }
        Texts.limit("The header", text, LONGEST);
        if (Texts.hasSigns(VARIABLE.matcher(text).replaceAll(""))) {
            throw TemplateRefusal.headerSigns();
        }
        if (!variables.areWellFormed(format) || variables.count() > 1) {
            throw TemplateRefusal.headerFormat("The header can have one variable, such as {{1}}.");
        }
        Example.check("HEADER", "header_text", format, variables, header);
    }

    /** The handle of a file that was uploaded; Meta hands long ones out in several lines, all of which are known. */
    private static void checkHandle(World world, JsonNode header, String mimeType) {
        refuse(header, "text");
        var handles = header.path("example").path("header_handle");
        if (handles.size() != 1 || handles.path(0).asText("").isBlank()) {
            throw TemplateRefusal.missing("HEADER", "example");
        }
        var uploads = UploadSessions.of(world);
        var fits = handles.path(0).asText().lines().allMatch(handle -> uploads.mimeTypeOf(handle.strip())
                .filter(type -> type.startsWith(mimeType))
                .isPresent());
        if (!fits) {
            throw TemplateRefusal.badHandle();
        }
    }

    private static void checkAnimation(World world, TemplateDraft draft, JsonNode header) {
        if (draft.category() != TemplateCategory.MARKETING) {
            throw TemplateRefusal.headerFormat("Only marketing templates can have a GIF.");
        }
        checkHandle(world, header, "video/mp4");
    }

    /** Stands with the button that shows the product, or in a card. */
    private static void checkProduct(TemplateDraft draft, JsonNode header) {
        refuseContents(header);
        var shown =
                draft.buttons().anyMatch(button -> button.path("type").asText().equals(ButtonKind.SPM.name()));
        if (!shown && !draft.has("CAROUSEL")) {
            throw TemplateRefusal.headerFormat("A product stands in the header of a template with an SPM button.");
        }
    }

    private static void refuseContents(JsonNode header) {
        refuse(header, "text");
        refuse(header, "example");
    }

    private static void refuse(JsonNode header, String property) {
        if (header.has(property)) {
            throw TemplateRefusal.unexpected("HEADER", property);
        }
    }
}
