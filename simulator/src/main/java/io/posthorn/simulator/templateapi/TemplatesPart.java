package io.posthorn.simulator.templateapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.review.Archive;
import io.posthorn.simulator.review.Pauses;
import io.posthorn.simulator.review.TemplateReview;
import io.posthorn.simulator.snapshot.SnapshotPart;
import io.posthorn.simulator.template.Quality;
import io.posthorn.simulator.template.Standing;
import io.posthorn.simulator.template.Template;
import io.posthorn.simulator.template.TemplateDraft;
import io.posthorn.simulator.template.TemplateJson;
import io.posthorn.simulator.template.TemplateStatus;
import io.posthorn.simulator.template.Templates;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;

/** Templates with their status and quality. What was going on with them begins anew: a review, a pause. */
@ApplicationScoped
class TemplatesPart implements SnapshotPart {
    private final TemplateReview review;
    private final Pauses pauses;
    private final Archive archive;

    TemplatesPart(TemplateReview review, Pauses pauses, Archive archive) {
        this.review = review;
        this.pauses = pauses;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public JsonNode write(World world) {
        var memory = Json.MAPPER.createArrayNode();
        Templates.of(world).all().forEach(template -> memory.add(write(template)));
        return memory;
    }

    @Override
    public void read(World world, JsonNode memory) {
        for (var each : memory) {
            var template = read(each);
            Templates.of(world).recall(template);
            archive.watch(world, template);
            if (template.is(TemplateStatus.PENDING)) {
                review.begin(world, template);
            }
            if (template.is(TemplateStatus.PAUSED)) {
                pauses.beginAnew(world, template);
            }
        }
    }

    private static ObjectNode write(Template template) {
        var standing = template.standing();
        var memory = TemplateJson.all(template)
                .put("account", template.wabaId())
                .put("pauses", standing.pauses())
                .put("waitsForPeople", standing.waitsForPeople());
        memory.set("components", template.components());
        return memory;
    }

    private static Template read(JsonNode memory) {
        var standing = new Standing(
                TemplateStatus.valueOf(memory.path("status").asText()),
                memory.path("rejected_reason").asText(),
                memory.path("pauses").asInt(),
                memory.path("waitsForPeople").asBoolean());
        var quality = memory.path("quality_score");
        return Template.recalled(
                memory.path("id").asText(),
                memory.path("account").asText(),
                TemplateDraft.of((ObjectNode) memory),
                standing,
                new Quality(quality.path("score").asText(), quality.path("date").asLong()));
    }
}
