package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.graph.CloudApiConfig;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphBody;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.graph.Page;
import io.posthorn.cloudapi.part.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.util.Collection;
import java.util.Optional;

/**
 * The templates of a WhatsApp Business account. A creation without an answer is never repeated here: it is looked up by name
 * and language, which are unique at Meta.
 */
public class TemplateApi {
    private static final int PAGE = 100;

    /** Meta keeps 6000 templates at most; a list that goes on is not Meta's. */
    private static final int MOST_PAGES = 60;

    private final GraphClient graph;

    public TemplateApi(Vertx vertx, CloudApiConfig config) {
        this(new GraphClient(vertx, config));
    }

    public TemplateApi(GraphClient graph) {
        this.graph = graph;
    }

    public Uni<ProviderTemplate> create(
            Credentials credentials,
            String wabaId,
            String name,
            String language,
            String category,
            ArrayNode components) {
        var body = Json.object()
                .put("name", name)
                .put("language", language)
                .put("category", category)
                .put("parameter_format", "POSITIONAL");
        return create(credentials, wabaId, Json.set(body, "components", components));
    }

    /** With everything that Meta takes in a create call. */
    public Uni<ProviderTemplate> create(Credentials credentials, String wabaId, ObjectNode template) {
        return graph.call(GraphCall.post("template_create", list(wabaId).toString(), credentials, template))
                .map(TemplateApi::one);
    }

    /** Replaces the content as a whole; Meta reviews it again. */
    public Uni<Void> edit(Credentials credentials, String templateId, String category, ArrayNode components) {
        return edit(
                credentials, templateId, Json.set(Json.object().put("category", category), "components", components));
    }

    /** Of {@code category}, {@code components} and {@code message_send_ttl_seconds} what changes. */
    public Uni<Void> edit(Credentials credentials, String templateId, ObjectNode changes) {
        return done(GraphCall.post("template_edit", GraphPath.of(templateId).toString(), credentials, changes));
    }

    /** The template of this very name and language; Meta's own filter takes parts of names. */
    public Uni<Optional<ProviderTemplate>> find(Credentials credentials, String wabaId, String name, String language) {
        return find(credentials, wabaId, name, language, Optional.empty(), MOST_PAGES);
    }

    /** A page of the list. A cursor that Meta refuses (131059) means: from the start again. */
    public Uni<Page<ProviderTemplate>> list(
            Credentials credentials, String wabaId, TemplateFilter filter, Optional<String> cursor) {
        var path = filter.narrow(
                        list(wabaId).with("fields", ProviderTemplate.FIELDS).with("limit", Integer.toString(PAGE)))
                .with("after", cursor);
        return graph.call(GraphCall.get("template_list", path.toString(), credentials))
                .map(answer -> Page.of(answer, ProviderTemplate::of));
    }

    public Uni<ProviderTemplate> read(Credentials credentials, String templateId) {
        var path = GraphPath.of(templateId).with("fields", ProviderTemplate.FIELDS);
        return graph.call(GraphCall.get("template_read", path.toString(), credentials))
                .map(TemplateApi::one);
    }

    /** Deletes one language of a name. */
    public Uni<Void> delete(Credentials credentials, String wabaId, String name, String templateId) {
        return delete(credentials, list(wabaId).with("hsm_id", templateId).with("name", name));
    }

    /** Deletes all languages of a name. */
    public Uni<Void> deleteAllLanguages(Credentials credentials, String wabaId, String name) {
        return delete(credentials, list(wabaId).with("name", name));
    }

    /** Up to a hundred at a time; all or none. */
    public Uni<Void> deleteAll(Credentials credentials, String wabaId, Collection<String> templateIds) {
        return delete(credentials, list(wabaId).with("hsm_ids", "[" + String.join(",", templateIds) + "]"));
    }

    /** After a pause that does not end by itself. */
    public Uni<Void> unpause(Credentials credentials, String templateId) {
        var path = GraphPath.of(templateId, "unpause").toString();
        return done(GraphCall.post("template_unpause", path, credentials, GraphBody.NONE));
    }

    private Uni<Optional<ProviderTemplate>> find(
            Credentials credentials, String wabaId, String name, String language, Optional<String> cursor, int pages) {
        return list(credentials, wabaId, TemplateFilter.of(name, language), cursor)
                .chain(page -> {
                    var found = page.items().stream()
                            .filter(template -> template.name().equals(name)
                                    && template.language().equals(language))
                            .findFirst();
                    return found.isPresent() || page.next().isEmpty() || pages <= 1
                            ? Uni.createFrom().item(found)
                            : find(credentials, wabaId, name, language, page.next(), pages - 1);
                });
    }

    private Uni<Void> delete(Credentials credentials, GraphPath path) {
        return done(GraphCall.delete("template_delete", path.toString(), credentials));
    }

    private Uni<Void> done(GraphCall call) {
        return graph.call(call).map(GraphAnswer::orNotDone).replaceWithVoid();
    }

    private static ProviderTemplate one(GraphAnswer answer) {
        return answer.orUnclear(ProviderTemplate.of(answer.body()));
    }

    private static GraphPath list(String wabaId) {
        return GraphPath.of(wabaId, "message_templates");
    }
}
