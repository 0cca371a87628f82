package io.posthorn.simulator.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may stand beside the content of any message: a context, a referral, a group. */
@ApplicationScoped
class InboundExtras {
    private static final String CONTEXT = "context";
    private static final String REFERRAL = "referral";
    private static final Set<String> CONTEXT_PARTS =
            Set.of("id", "from", "forwarded", "frequently_forwarded", "referred_product");
    private static final Set<String> REFERRAL_PARTS = Set.of(
            "source_url",
            "source_id",
            "source_type",
            "body",
            "headline",
            "media_type",
            "image_url",
            "video_url",
            "thumbnail_url",
            "ctwa_clid",
            "welcome_message");

    private final SentContents sent;

    InboundExtras(SentContents sent) {
        this.sent = sent;
    }

    Map<String, JsonNode> of(Writing writing) {
        var extras = new LinkedHashMap<String, JsonNode>();
        var group = Wish.optional(writing.wish().extra("group_id"), "group_id");
        group.ifPresent(id -> extras.put("group_id", Json.MAPPER.valueToTree(id)));
        var context = writing.wish().extra(CONTEXT);
        if (!context.isMissingNode()) {
            extras.put(CONTEXT, context(writing, Wish.object(context, CONTEXT)));
        }
        var referral = writing.wish().extra(REFERRAL);
        if (!referral.isMissingNode()) {
            extras.put(REFERRAL, referral(writing.world(), Wish.object(referral, REFERRAL)));
        }
        return extras;
    }

    private ObjectNode context(Writing writing, ObjectNode given) {
        Wish.onlyKnown(given, CONTEXT, CONTEXT_PARTS);
        var context = Json.object();
        Wish.optional(given.path("id"), "context.id").ifPresent(wamid -> quote(writing, wamid, context));
        for (var name : List.of("forwarded", "frequently_forwarded")) {
            if (given.has(name)) {
                context.put(name, given.path(name).asBoolean());
            }
        }
        if (given.has("referred_product")) {
            var product = Wish.object(given.path("referred_product"), "context.referred_product");
            Wish.text(product.path("catalog_id"), "catalog_id");
            Wish.text(product.path("product_retailer_id"), "product_retailer_id");
            context.put("from", writing.number().digits()).set("referred_product", product);
        }
        return context;
    }

    /** Who wrote the quoted message is known, whatever the request says. */
    private void quote(Writing writing, String wamid, ObjectNode context) {
        if (InboundChanges.isOwn(writing, wamid)) {
            context.put("from", writing.customer());
        } else if (sent.find(writing.world(), writing.customer(), wamid).isPresent()) {
            context.put("from", writing.number().digits());
        } else {
            throw ControlProblem.refused("no_such_message", "The customer neither wrote nor got " + wamid);
        }
        context.put("id", wamid);
    }

    /** An ad with everything, changed by what is given; null takes something out. */
    private static ObjectNode referral(World world, ObjectNode given) {
        Wish.onlyKnown(given, REFERRAL, REFERRAL_PARTS);
        var referral = Json.object()
                .put("source_url", "https://fb.me/simulated-ad")
                .put("source_id", "120" + world.dice().digits(12, REFERRAL, given.toString()))
                .put("source_type", "ad")
                .put("body", "Summer sale")
                .put("headline", "Everything must go")
                .put("media_type", "image")
                .put("image_url", "https://scontent.example/ad.jpg")
                .put("ctwa_clid", "ARA" + world.dice().digits(40, "click", given.toString()));
        referral.putObject("welcome_message").put("text", "Hi! How can we help?");
        Json.merge(referral, given);
        Wish.oneOf(referral.path("source_type"), "referral.source_type", List.of("ad", "post"));
        if (referral.has("media_type")) {
            Wish.oneOf(referral.path("media_type"), "referral.media_type", List.of("image", "video"));
        }
        return referral;
    }
}
