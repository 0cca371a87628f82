package io.posthorn.simulator.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.message.Composition;
import io.posthorn.simulator.message.Content;
import io.posthorn.simulator.message.MessageType;
import io.posthorn.simulator.message.Outgoing;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code contacts}: visiting cards. */
@ApplicationScoped
class ContactsType implements MessageType {
    private static final int MOST = 257;
    private static final int LONGEST = 1000;
    private static final List<String> OTHER_NAMES =
            List.of("first_name", "last_name", "middle_name", "prefix", "suffix");
    private static final Set<String> PROPERTIES =
            Set.of("name", "phones", "emails", "urls", "addresses", "org", "birthday");

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public boolean isShapedLike(JsonNode content) {
        return content.isArray();
    }

    @Override
    public void check(JsonNode node) {
        var message = Content.of(Json.object().set(name(), node), "message");
        message.items(name(), 1, MOST).forEach(ContactsType::checkCard);
    }

    @Override
    public Composition compose(World world, Outgoing message) {
        return Composition.of(message.content()
                .valueStream()
                .map(card -> card.path("name").path("formatted_name").asText())
                .collect(Collectors.joining(", ")));
    }

    private static void checkCard(Content card) {
        card.only(PROPERTIES);
        checkName(card.object("name"));
        checkTexts(card, "phones", Set.of("phone", "type", "wa_id"));
        checkTexts(card, "emails", Set.of("email", "type"));
        checkTexts(card, "urls", Set.of("url", "type"));
        checkTexts(card, "addresses", Set.of("street", "city", "state", "zip", "country", "country_code", "type"));
        card.optionalObject("org").ifPresent(org -> checkTexts(org, Set.of("company", "department", "title")));
        card.optionalText("birthday", LONGEST).filter(day -> !day.isEmpty()).ifPresent(day -> {
            if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw card.invalid("%s is written YYYY-MM-DD".formatted(card.at("birthday")));
            }
        });
    }

    private static void checkName(Content name) {
        name.text("formatted_name", LONGEST);
        OTHER_NAMES.forEach(other -> name.optionalText(other, LONGEST));
        var hasOther = OTHER_NAMES.stream()
                .anyMatch(other -> !name.node().path(other).asText("").isEmpty());
        if (!hasOther) {
            throw name.missing("first_name");
        }
    }

    private static void checkTexts(Content card, String list, Set<String> properties) {
        card.optionalItems(list, 0, MOST).forEach(item -> checkTexts(item, properties));
    }

    private static void checkTexts(Content item, Set<String> properties) {
        item.only(properties);
        properties.forEach(property -> item.optionalText(property, LONGEST));
    }
}
