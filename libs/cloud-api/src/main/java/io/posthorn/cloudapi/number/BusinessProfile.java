package io.posthorn.cloudapi.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.part.Read;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What customers see of the business. As a change, what is empty stays as it is; Meta keeps the picture, which is given by
 * handle and read by address.
 */
public record BusinessProfile(
        Optional<String> about,
        Optional<String> address,
        Optional<String> description,
        Optional<String> email,
        Optional<List<String>> websites,
        Optional<String> vertical,
        Optional<String> pictureHandle,
        Optional<String> pictureUrl) {
    public static final int MAX_ABOUT = 139;
    public static final int MAX_TEXT = 256;
    public static final int MAX_EMAIL = 128;
    public static final int MAX_WEBSITES = 2;
    static final String FIELDS = "about,address,description,email,profile_picture_url,websites,vertical";
    private static final Set<String> VERTICALS = Set.of(
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
            "ALCOHOL",
            "ONLINE_GAMBLING",
            "PHYSICAL_GAMBLING",
            "OTC_DRUGS");

    public static BusinessProfile about(String text) {
        return new BusinessProfile(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The live API gives the profile flat, Meta's document nests it. */
    static Optional<BusinessProfile> of(JsonNode answer) {
        var first = answer.path("data").path(0);
        var profile = first.has("business_profile") ? first.path("business_profile") : first;
        return profile.isObject() ? Optional.of(read(profile)) : Optional.empty();
    }

    /** The change in Meta's words; refuses what Meta would refuse. */
    ObjectNode toJson() {
        Violations.enforce(this::check);
        var json = Json.object().put("messaging_product", "whatsapp");
        Json.put(json, "about", about);
        Json.put(json, "address", address);
        Json.put(json, "description", description);
        Json.put(json, "email", email);
        Json.put(json, "vertical", vertical);
        Json.put(json, "profile_picture_handle", pictureHandle);
        websites.ifPresent(all -> json.set("websites", Json.array(all, TextNode::valueOf)));
        return json;
    }

    private void check(Violations found) {
        found.text("/about", "about", about, MAX_ABOUT);
        atMost(found, "/address", "address", address, MAX_TEXT);
        atMost(found, "/description", "description", description, MAX_TEXT);
        atMost(found, "/email", "email", email, MAX_EMAIL);
        found.require(
                vertical.filter(word -> !VERTICALS.contains(word)).isEmpty(),
                "/vertical",
                "vertical_unknown",
                "Take a branch that Meta knows, such as RETAIL or OTHER");
        var sites = websites.orElse(List.of());
        found.count("/websites", "websites", sites.size(), 0, MAX_WEBSITES);
        for (var index = 0; index < sites.size(); index++) {
            found.url("/websites/" + index, "website", sites.get(index), MAX_TEXT);
        }
    }

    /** An empty text takes away what is there. */
    private static void atMost(Violations found, String pointer, String field, Optional<String> text, int most) {
        found.text(pointer, field, text.filter(given -> !given.isEmpty()), most);
    }

    private static BusinessProfile read(JsonNode profile) {
        return new BusinessProfile(
                Read.text(profile, "about"),
                Read.text(profile, "address"),
                Read.text(profile, "description"),
                Read.text(profile, "email"),
                profile.path("websites").isArray()
                        ? Optional.of(profile.path("websites")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList())
                        : Optional.empty(),
                Read.text(profile, "vertical"),
                Optional.empty(),
                Read.text(profile, "profile_picture_url"));
    }
}
