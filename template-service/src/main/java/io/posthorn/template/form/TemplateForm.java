package io.posthorn.template.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.templatecheck.Finding;
import io.posthorn.cloudapi.templatecheck.Mended;
import io.posthorn.cloudapi.templatecheck.Rule;
import io.posthorn.cloudapi.templatecheck.TemplateCheck;
import io.posthorn.kit.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A template as somebody wrote it, right or wrong.
 *
 * @param document the same in Meta's form
 * @param isShort whether it was written in the short form, so that places are those of that form
 * @param bareBody whether its body was a bare text, whose examples may follow
 */
public record TemplateForm(ObjectNode document, boolean isShort, boolean bareBody) {
    private static final Map<String, String> META_WORDS = Map.of(
            "parameterFormat", "parameter_format",
            "messageSendTtlSeconds", "message_send_ttl_seconds");
    private static final List<String> SHORT_PARTS = List.of("header", "body", "footer", "buttons");

    public static TemplateForm of(ObjectNode request) {
        var document = request.deepCopy();
        META_WORDS.forEach((ours, metas) -> {
            var value = document.remove(ours);
            if (value != null && !value.isNull()) {
                document.set(metas, value);
            }
        });
        var isShort = !document.has("components") && !document.has("library_template_name");
        if (isShort) {
            var components = ShortForm.components(document);
            SHORT_PARTS.forEach(document::remove);
            document.set("components", components);
        }
        return new TemplateForm(
                document, isShort, isShort && request.path("body").isTextual());
    }

    /** The document with what the request brings instead; null takes a header, a footer or the buttons away. */
    public static TemplateForm changed(ObjectNode document, ObjectNode request) {
        var changed = document.deepCopy();
        META_WORDS.forEach((ours, metas) ->
                Stream.of(ours, metas).filter(request::has).forEach(word -> changed.set(metas, request.get(word))));
        changed.propertyStream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(changed::remove);
        if (request.hasNonNull("category")) {
            changed.set("category", request.get("category"));
        }
        if (request.hasNonNull("components")) {
            changed.set("components", request.get("components").deepCopy());
        }
        var components = changed.withArray("components");
        var inShort = SHORT_PARTS.stream().filter(request::has).toList();
        inShort.stream()
                .filter(part -> !part.equals("body") || request.hasNonNull(part))
                .forEach(part -> replace(components, part, request.get(part)));
        return new TemplateForm(
                changed, !request.hasNonNull("components"), request.path("body").isTextual());
    }

    /** Refusals alone, as a request hears of them. */
    public List<Violation> refusals() {
        return Stream.concat(
                        Finding.refusals(TemplateCheck.check(document)).stream()
                                .filter(finding -> !mayFollow(finding))
                                .map(finding ->
                                        new Violation(pointer(finding.pointer()), finding.code(), finding.message())),
                        Stream.concat(Files.malformed(document).map(this::notAnId), mixed()))
                .toList();
    }

    public ValidationView check() {
        return ValidationView.of(this, TemplateCheck.check(document), refusals());
    }

    /** With everything mended that a computer can mend. */
    public ValidationView mended() {
        var mended = Mended.of(document);
        var form = new TemplateForm((ObjectNode) mended.template(), isShort, false);
        return ValidationView.of(form, mended.findings(), form.refusals()).with(form.document(), mended.changes());
    }

    String pointer(String pointer) {
        return isShort ? ShortForm.pointer(document.path("components"), pointer, bareBody) : pointer;
    }

    boolean mayFollow(Finding finding) {
        return bareBody
                && finding.rule() == Rule.EXAMPLE_MISSING
                && pointer(finding.pointer()).equals("/body/example");
    }

    private Violation notAnId(String pointer) {
        return new Violation(pointer(pointer), "media_id_format", "This is not the id of a stored file");
    }

    /** Whoever writes both forms would lose one of them unseen. */
    private Stream<Violation> mixed() {
        return isShort
                ? Stream.of()
                : SHORT_PARTS.stream()
                        .filter(document::has)
                        .map(part -> new Violation(
                                "/" + part,
                                Rule.FIELD_UNEXPECTED.code(),
                                "Write either components, or header, body, footer and buttons"));
    }

    private static void replace(ArrayNode components, String part, JsonNode written) {
        var type = part.toUpperCase(Locale.ROOT);
        var component = ShortForm.component(part, written);
        var at = indexOf(components, type);
        if (component == null) {
            if (at >= 0) {
                components.remove(at);
            }
        } else if (at >= 0) {
            components.set(at, component);
        } else if (part.equals("header")) {
            components.insert(0, component);
        } else if (part.equals("footer") && indexOf(components, "BUTTONS") >= 0) {
            components.insert(indexOf(components, "BUTTONS"), component);
        } else {
            components.add(component);
        }
    }

    private static int indexOf(ArrayNode components, String type) {
        for (var index = 0; index < components.size(); index++) {
            if (components.path(index).path("type").asText("").equalsIgnoreCase(type)) {
                return index;
            }
        }
        return -1;
    }
}
