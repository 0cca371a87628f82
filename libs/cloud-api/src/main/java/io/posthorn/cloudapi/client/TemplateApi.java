package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.error.CloudApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The templates of a WhatsApp Business account. As in {@link CloudApi}, each call is made once; a creation without an
 * answer is looked up by name and language, which are unique at Meta.
 */
public class TemplateApi {
    private static final int PAGE = 100;

    /** Meta keeps 6000 templates at most; a list that goes on is not Meta's. */
    private static final int MOST_PAGES = 60;

    private final GraphClient graph;

    public TemplateApi(Vertx vertx, CloudApiConfig config) {
        this.graph = new GraphClient(vertx, config);
    }

    public Uni<ProviderTemplate> create(
            Credentials credentials,
            String wabaId,
            String name,
            String language,
            String category,
            ArrayNode components) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("language", language)
                .put("category", category)
                .put("parameter_format", "POSITIONAL")
                .set("components", components);
        return graph.call(HttpMethod.POST, list(wabaId), credentials, body).map(TemplateApi::one);
    }

    /** Replaces the content as a whole; Meta reviews it again. */
    public Uni<Void> edit(Credentials credentials, String templateId, String category, ArrayNode components) {
        var body =
                JsonNodeFactory.instance.objectNode().put("category", category).set("components", components);
        return graph.call(HttpMethod.POST, encoded(templateId), credentials, body)
                .map(GraphAnswer::orNotDone)
                .replaceWithVoid();
    }

    /** The template of this very name and language; Meta's own filter takes parts of names. */
    public Uni<Optional<ProviderTemplate>> find(Credentials credentials, String wabaId, String name, String language) {
        var path = "%s?fields=%s&limit=%d&name=%s&language=%s"
                .formatted(list(wabaId), ProviderTemplate.FIELDS, PAGE, encoded(name), encoded(language));
        return find(credentials, path, "", name, language, MOST_PAGES);
    }

    public Uni<ProviderTemplate> read(Credentials credentials, String templateId) {
        var path = encoded(templateId) + "?fields=" + ProviderTemplate.FIELDS;
        return graph.call(HttpMethod.GET, path, credentials, null).map(TemplateApi::one);
    }

    /** Deletes one language of a name. */
    public Uni<Void> delete(Credentials credentials, String wabaId, String name, String templateId) {
        var path = "%s?hsm_id=%s&name=%s".formatted(list(wabaId), encoded(templateId), encoded(name));
        return graph.call(HttpMethod.DELETE, path, credentials, null)
                .map(GraphAnswer::orNotDone)
                .replaceWithVoid();
    }

    private Uni<Optional<ProviderTemplate>> find(
            Credentials credentials, String path, String after, String name, String language, int pages) {
        return graph.call(HttpMethod.GET, path + after, credentials, null).chain(answer -> {
            var found = inPage(answer.body(), name, language);
            var cursor =
                    answer.body().path("paging").path("cursors").path("after").asText("");
            var more = answer.body().path("paging").has("next") && !cursor.isEmpty() && pages > 1;
            return found.isPresent() || !more
                    ? Uni.createFrom().item(found)
                    : find(credentials, path, "&after=" + encoded(cursor), name, language, pages - 1);
        });
    }

    private static Optional<ProviderTemplate> inPage(JsonNode page, String name, String language) {
        return page.path("data")
                .valueStream()
                .flatMap(item -> ProviderTemplate.of(item).stream())
                .filter(template ->
                        template.name().equals(name) && template.language().equals(language))
                .findFirst();
    }

    private static ProviderTemplate one(GraphAnswer answer) {
        return ProviderTemplate.of(answer.body()).orElseThrow(() -> CloudApiException.noAnswer(answer.httpStatus()));
    }

    private static String list(String wabaId) {
        return encoded(wabaId) + "/message_templates";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
