package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.ProductSection;
import io.posthorn.cloudapi.rule.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What is new about a button each time that its template is sent. */
public sealed interface ButtonAction {
    int MAX_PAYLOAD = 256;
    int MAX_SUFFIX = 2000;
    int MAX_COUPON = 20;

    /** The end of the button's address. */
    record UrlSuffix(String suffix) implements ButtonAction {
        private static final Pattern REFUSED = Pattern.compile("[\\s{}\\p{Cntrl}]");

        @Override
        public String subType() {
            return "url";
        }

        @Override
        public List<ObjectNode> parameters() {
            return List.of(Json.object().put("type", "text").put("text", suffix));
        }

        @Override
        public void check(Violations found, String pointer) {
            found.text(pointer + "/text", "url_suffix", suffix, MAX_SUFFIX);
            found.require(
                    suffix == null || !REFUSED.matcher(suffix).find(),
                    pointer + "/text",
                    "url_suffix_characters",
                    "The end of an address has no spaces and no braces");
        }
    }

    /** What comes back when the customer taps. */
    record QuickReply(String payload) implements ButtonAction {
        @Override
        public String subType() {
            return "quick_reply";
        }

        @Override
        public List<ObjectNode> parameters() {
            return List.of(Json.object().put("type", "payload").put("payload", payload));
        }

        @Override
        public void check(Violations found, String pointer) {
            found.text(pointer + "/payload", "payload", payload, MAX_PAYLOAD);
        }
    }

    record CouponCode(String code) implements ButtonAction {
        @Override
        public String subType() {
            return "copy_code";
        }

        @Override
        public List<ObjectNode> parameters() {
            return List.of(Json.object().put("type", "coupon_code").put("coupon_code", code));
        }

        @Override
        public void check(Violations found, String pointer) {
            check(found, pointer, MAX_COUPON);
        }

        void check(Violations found, String pointer, int most) {
            found.text(pointer + "/coupon_code", "coupon_code", code, most);
            found.require(
                    code == null || code.matches("[A-Za-z0-9]*"),
                    pointer + "/coupon_code",
                    "coupon_code_characters",
                    "A coupon code has letters and digits only");
        }
    }

    record StartFlow(Optional<String> token, Optional<ObjectNode> data) implements ButtonAction {
        @Override
        public String subType() {
            return "flow";
        }

        @Override
        public List<ObjectNode> parameters() {
            var action = Json.set(Json.put(Json.object(), "flow_token", token), "flow_action_data", data);
            return List.of(Json.set(Json.object().put("type", "action"), "action", action));
        }

        @Override
        public void check(Violations found, String pointer) {
            found.text(pointer + "/action/flow_token", "flow_token", token, 1024);
        }
    }

    record OpenCatalog(Optional<String> thumbnailProductId) implements ButtonAction {
        @Override
        public String subType() {
            return "catalog";
        }

        @Override
        public List<ObjectNode> parameters() {
            return thumbnailProductId
                    .map(id -> Json.set(
                            Json.object().put("type", "action"),
                            "action",
                            Json.object().put("thumbnail_product_retailer_id", id)))
                    .stream()
                    .toList();
        }

        @Override
        public void check(Violations found, String pointer) {
            found.text(pointer + "/action/thumbnail_product_retailer_id", "product_id", thumbnailProductId, 255);
        }
    }

    record ShowProducts(String thumbnailProductId, List<ProductSection> sections) implements ButtonAction {
        public ShowProducts {
            sections = List.copyOf(sections);
        }

        @Override
        public String subType() {
            return "mpm";
        }

        @Override
        public List<ObjectNode> parameters() {
            var action = Json.set(
                    Json.object().put("thumbnail_product_retailer_id", thumbnailProductId),
                    "sections",
                    Json.array(sections, ProductSection::toJson));
            return List.of(Json.set(Json.object().put("type", "action"), "action", action));
        }

        @Override
        public void check(Violations found, String pointer) {
            found.id(pointer + "/action/thumbnail_product_retailer_id", "product_id", thumbnailProductId);
            ProductSection.check(found, pointer + "/action/sections", sections);
        }
    }

    record CallUs(OptionalInt ttlMinutes, Optional<String> payload) implements ButtonAction {
        @Override
        public String subType() {
            return "voice_call";
        }

        @Override
        public List<ObjectNode> parameters() {
            var parameters = new ArrayList<ObjectNode>();
            ttlMinutes.ifPresent(minutes ->
                    parameters.add(Json.object().put("type", "ttl_minutes").put("ttl_minutes", minutes)));
            payload.ifPresent(
                    text -> parameters.add(Json.object().put("type", "payload").put("payload", text)));
            return parameters;
        }

        @Override
        public void check(Violations found, String pointer) {
            found.require(
                    ttlMinutes.isEmpty() || ttlMinutes.getAsInt() > 0,
                    pointer + "/ttl_minutes",
                    "call_ttl",
                    "At least one minute");
            found.text(pointer + "/payload", "payload", payload, MAX_PAYLOAD);
        }
    }

    /** Meta's name of the kind of button. */
    String subType();

    List<ObjectNode> parameters();

    /** The pointer names the first parameter. */
    void check(Violations found, String pointer);
}
