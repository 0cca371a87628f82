package io.posthorn.simulator.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.media.UploadSessions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class ChangeProfile implements GraphOperation {
    private static final Map<String, Integer> TEXTS =
            Map.of("about", 139, "address", 256, "description", 256, "email", 128);
    private static final int MOST_WEBSITES = 2;
    private static final int LONGEST_WEBSITE = 256;
    private static final List<String> VERTICALS = List.of(
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

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.POST, ObjectKind.PHONE_NUMBER, "whatsapp_business_profile");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        call.requireProduct();
        var patch = Json.object();
        TEXTS.forEach((name, longest) -> text(call, name, longest).ifPresent(text -> patch.put(name, text)));
        websites(call, patch);
        vertical(call).ifPresent(vertical -> patch.put("vertical", vertical));
        picture(call).ifPresent(url -> patch.put("profile_picture_url", url));
        Profile.of(call.world()).change(call.number(), patch);
        return Future.succeededFuture(Json.object().put("success", true));
    }

    private static Optional<String> text(GraphCall call, String name, int longest) {
        var value = call.parameters().path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        var fewest = name.equals("about") ? 1 : 0;
        if (!value.isTextual()
                || value.textValue().length() > longest
                || value.textValue().length() < fewest) {
            throw refused("Param %s must be from %d to %d characters long.".formatted(name, fewest, longest));
        }
        if (name.equals("email")
                && !value.textValue().isEmpty()
                && !value.textValue().matches("[^@\\s]+@[^@\\s]+")) {
            throw refused("Param email is not a valid email address.");
        }
        return Optional.of(value.textValue());
    }

    private static void websites(GraphCall call, ObjectNode patch) {
        var websites = call.parameters().path("websites");
        if (websites.isMissingNode()) {
            return;
        }
        if (!websites.isArray() || websites.size() > MOST_WEBSITES) {
            throw refused("Param websites must be an array of at most %d addresses.".formatted(MOST_WEBSITES));
        }
        websites.forEach(website -> {
            if (!website.asText("").matches("https?://.+") || website.asText().length() > LONGEST_WEBSITE) {
                throw refused(
                        "Param websites has an address that begins with neither http:// nor https:// or is longer "
                                + "than %d characters.".formatted(LONGEST_WEBSITE));
            }
        });
        patch.set("websites", websites);
    }

    private static Optional<String> vertical(GraphCall call) {
        var vertical = call.parameter("vertical");
        if (!vertical.isEmpty() && !VERTICALS.contains(vertical)) {
            throw refused("Param vertical must be one of {%s} - got \"%s\"."
                    .formatted(String.join(", ", VERTICALS), vertical));
        }
        return Optional.of(vertical).filter(text -> !text.isEmpty());
    }

    private static Optional<String> picture(GraphCall call) {
        var handle = call.parameter("profile_picture_handle");
        if (handle.isEmpty()) {
            return Optional.empty();
        }
        return UploadSessions.of(call.world())
                .mimeTypeOf(handle)
                .filter(type -> type.startsWith("image/"))
                .map(type -> Optional.of(
                        "https://pps.whatsapp.net/v/" + call.world().dice().digits(20, "profile picture", handle)))
                .orElseThrow(() -> refused("The profile picture handle is invalid or expired"));
    }

    private static RuntimeException refused(String message) {
        return GraphError.of(100, message).failure();
    }
}
