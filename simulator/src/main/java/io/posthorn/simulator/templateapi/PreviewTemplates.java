package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.GraphRoute;
import io.posthorn.simulator.graph.ObjectKind;
import io.posthorn.simulator.template.TemplateLanguages;
import io.posthorn.simulator.template.TemplateRefusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** {@code GET /{account}/message_template_previews}: what authentication templates say, language by language. */
@ApplicationScoped
class PreviewTemplates implements GraphOperation {
    private static final int LONGEST_LIFE_OF_CODE = 90;

    @Override
    public GraphRoute route() {
        return new GraphRoute(HttpMethod.GET, ObjectKind.ACCOUNT, "message_template_previews");
    }

    @Override
    public Future<JsonNode> answer(GraphCall call) {
        if (!call.required("category").equalsIgnoreCase("AUTHENTICATION")) {
            throw TemplateRefusal.parameter("Param category must be one of {AUTHENTICATION}.");
        }
        var answer = Json.object();
        var data = answer.putArray("data");
        languages(call).forEach(language -> data.add(preview(call, language)));
        return Future.succeededFuture(answer);
    }

    private static ObjectNode preview(GraphCall call, String language) {
        var words = AuthenticationWords.of(language);
        var preview = Json.object()
                .put(
                        "body",
                        words.body(call.parameter("add_security_recommendation").equals("true")));
        preview.putArray("buttons")
                .addObject()
                .put("autofill_text", words.autofillLabel())
                .put("text", words.copyLabel());
        var minutes = call.parameter("code_expiration_minutes");
        if (!minutes.isEmpty()) {
            preview.put("footer", words.footer(minutes(minutes)));
        }
        return preview.put("language", language);
    }

    private static int minutes(String text) {
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > LONGEST_LIFE_OF_CODE) {
            throw TemplateRefusal.footerFormat(
                    "code_expiration_minutes is from 1 to %d.".formatted(LONGEST_LIFE_OF_CODE));
        }
        return Integer.parseInt(text);
    }

    private static List<String> languages(GraphCall call) {
        var wanted = call.parameter("languages");
        if (wanted.isEmpty()) {
            return TemplateLanguages.all();
        }
        var languages = Arrays.stream(wanted.split(",")).map(String::strip).toList();
        languages.stream()
                .filter(language -> !TemplateLanguages.has(language))
                .findFirst()
                .ifPresent(unknown -> {
                    throw TemplateRefusal.parameter(
                            "Param languages must be a supported language code - got \"%s\".".formatted(unknown));
                });
        return languages;
    }
}
