package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.part.MediaReference;
import io.posthorn.cloudapi.part.Place;
import io.posthorn.cloudapi.rule.Violations;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands for one variable. Only values of templates with named variables have a name. */
public sealed interface Value {
    int MAX_TEXT = 1024;
    Pattern REFUSED = Pattern.compile("[\\n\\r\\t]| {5}");
    Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    record Text(Optional<String> name, String text) implements Value {
        @Override
        public ObjectNode toJson() {
            return named("text", name).put("text", text);
        }

        @Override
        public void check(Violations found, String pointer) {
            checkText(found, pointer + "/text", text);
            checkName(found, pointer, name);
        }
    }

    /** An amount in thousandths; phones show the fallback. */
    record Currency(Optional<String> name, String fallback, String code, long amount1000) implements Value {
        @Override
        public ObjectNode toJson() {
            var currency = Json.object()
                    .put("fallback_value", fallback)
                    .put("code", code)
                    .put("amount_1000", amount1000);
            return Json.set(named("currency", name), "currency", currency);
        }

        @Override
        public void check(Violations found, String pointer) {
            checkText(found, pointer + "/currency/fallback_value", fallback);
            found.require(
                    code != null && code.matches("[A-Z]{3}"),
                    pointer + "/currency/code",
                    "currency_code",
                    "A currency has three letters, such as USD");
            checkName(found, pointer, name);
        }
    }

    record DateTime(Optional<String> name, String fallback) implements Value {
        @Override
        public ObjectNode toJson() {
            return Json.set(named("date_time", name), "date_time", Json.object().put("fallback_value", fallback));
        }

        @Override
        public void check(Violations found, String pointer) {
            checkText(found, pointer + "/date_time/fallback_value", fallback);
            checkName(found, pointer, name);
        }
    }

    /** For a header; a document may say how it is called. */
    record Media(MediaKind kind, MediaReference media, Optional<String> filename) implements Value {
        private static final Set<MediaKind> TAKEN =
                Set.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.GIF);

        @Override
        public ObjectNode toJson() {
            return Json.set(
                    Json.object().put("type", kind.word()),
                    kind.word(),
                    Json.put(media.toJson(), "filename", filename));
        }

        @Override
        public void check(Violations found, String pointer) {
            found.require(
                    TAKEN.contains(kind),
                    pointer + "/type",
                    "header_kind",
                    "A header takes an image, a video, a document or a GIF");
            media.check(found, pointer + "/" + kind.word());
            found.text(pointer + "/" + kind.word() + "/filename", "filename", filename, 240);
            found.require(
                    filename.isEmpty() || kind == MediaKind.DOCUMENT,
                    pointer + "/" + kind.word() + "/filename",
                    "filename_unexpected",
                    "Only documents have names");
        }
    }

    record Location(Place place) implements Value {
        @Override
        public ObjectNode toJson() {
            return Json.set(Json.object().put("type", "location"), "location", place.toJson());
        }

        @Override
        public void check(Violations found, String pointer) {
            place.check(found, pointer + "/location");
        }
    }

    record Product(String catalogId, String productId) implements Value {
        @Override
        public ObjectNode toJson() {
            var product = Json.object().put("product_retailer_id", productId).put("catalog_id", catalogId);
            return Json.set(Json.object().put("type", "product"), "product", product);
        }

        @Override
        public void check(Violations found, String pointer) {
            found.id(pointer + "/product/product_retailer_id", "product_id", productId);
            found.id(pointer + "/product/catalog_id", "catalog_id", catalogId);
        }
    }

    static Value text(String text) {
        return new Text(Optional.empty(), text);
    }

    static Value text(String name, String text) {
        return new Text(Optional.of(name), text);
    }

    ObjectNode toJson();

    void check(Violations found, String pointer);

    /** The variable's name, for the values that can have one. */
    default Optional<String> name() {
        return Optional.empty();
    }

    private static ObjectNode named(String type, Optional<String> name) {
        return Json.put(Json.object().put("type", type), "parameter_name", name);
    }

    private static void checkText(Violations found, String pointer, String text) {
        found.text(pointer, "value", text, MAX_TEXT);
        found.require(
                text == null || !REFUSED.matcher(text).find(),
                pointer,
                "value_characters",
                "A value has no line breaks, no tabs and at most four spaces side by side");
    }

    private static void checkName(Violations found, String pointer, Optional<String> name) {
        found.require(
                name.filter(given -> !NAME.matcher(given).matches()).isEmpty(),
                pointer + "/parameter_name",
                "value_name",
                "A variable's name has the letters a to z, digits and underscores");
    }
}
