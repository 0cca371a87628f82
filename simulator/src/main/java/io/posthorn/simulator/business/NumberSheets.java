package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.business.Records.Kind;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What is written down about a number and given back: automation, compliance in India, the key of its flows. */
@ApplicationScoped
class NumberSheets {
    private static final String AUTOMATION = "conversational_automation";
    private static final String COMPLIANCE = "business_compliance_info";
    private static final String ENCRYPTION = "whatsapp_business_encryption";
    private static final String KEY = "business_public_key";
    private static final int MOST_PROMPTS = 4;
    private static final int LONGEST_PROMPT = 80;
    private static final int MOST_COMMANDS = 30;
    private static final int LONGEST_COMMAND = 32;
    private static final int LONGEST_DESCRIPTION = 256;
    private static final int LONGEST_ENTITY_NAME = 128;
    private static final List<String> ENTITY_TYPES = List.of(
            "LIMITED_LIABILITY_PARTNERSHIP",
            "SOLE_PROPRIETORSHIP",
            "PARTNERSHIP",
            "PUBLIC_COMPANY",
            "PRIVATE_COMPANY",
            "OTHER");

    @Produces
    @Singleton
    GraphOperation automate() {
        return Served.at(HttpMethod.POST, ObjectKind.PHONE_NUMBER, AUTOMATION, call -> {
            var sheet = Json.object().put("enable_welcome_message", call.flag("enable_welcome_message"));
            sheet.set("prompts", list(call, "prompts", MOST_PROMPTS));
            sheet.set("commands", list(call, "commands", MOST_COMMANDS));
            sheet.path("prompts").forEach(prompt -> check(prompt, LONGEST_PROMPT));
            sheet.path("commands").forEach(command -> {
                check(command.path("command_name"), LONGEST_COMMAND);
                check(command.path("command_description"), LONGEST_DESCRIPTION);
            });
            return kept(call, AUTOMATION, sheet);
        });
    }

    @Produces
    @Singleton
    GraphOperation readAutomation() {
        return Served.at(HttpMethod.GET, ObjectKind.PHONE_NUMBER, AUTOMATION, call -> read(call, AUTOMATION));
    }

    @Produces
    @Singleton
    GraphOperation comply() {
        return Served.at(HttpMethod.POST, ObjectKind.PHONE_NUMBER, COMPLIANCE, call -> {
            call.requireProduct();
            Served.text(call, "entity_name", LONGEST_ENTITY_NAME);
            if (Served.oneOf(call, "entity_type", ENTITY_TYPES).equals("OTHER")) {
                call.required("entity_type_custom");
            }
            var sheet = call.parameters().deepCopy();
            sheet.remove("messaging_product");
            return kept(call, COMPLIANCE, sheet);
        });
    }

    @Produces
    @Singleton
    GraphOperation readCompliance() {
        return Served.at(HttpMethod.GET, ObjectKind.PHONE_NUMBER, COMPLIANCE, call -> listed(read(call, COMPLIANCE)));
    }

    @Produces
    @Singleton
    GraphOperation setKey() {
        return Served.at(HttpMethod.POST, ObjectKind.PHONE_NUMBER, ENCRYPTION, call -> {
            var key = call.required(KEY).trim();
            if (!key.startsWith("-----BEGIN PUBLIC KEY-----") || !key.endsWith("-----END PUBLIC KEY-----")) {
                throw Served.invalid("Param business_public_key is not a public key in PEM format.");
            }
            return kept(
                    call, ENCRYPTION, Json.object().put(KEY, key).put("business_public_key_signature_status", "VALID"));
        });
    }

    @Produces
    @Singleton
    GraphOperation readKey() {
        return Served.at(HttpMethod.GET, ObjectKind.PHONE_NUMBER, ENCRYPTION, call -> listed(read(call, ENCRYPTION)));
    }

    private static JsonNode list(GraphCall call, String name, int most) {
        var list = call.parameters().path(name);
        if (list.isMissingNode()) {
            return Json.object().arrayNode();
        }
        if (!list.isArray() || list.size() > most) {
            throw Served.invalid("Param %s must be a list of at most %d.".formatted(name, most));
        }
        return list;
    }

    private static void check(JsonNode text, int longest) {
        if (!text.isTextual() || text.textValue().isBlank() || text.textValue().length() > longest) {
            throw Served.invalid("Prompts and commands have 1 to %d characters.".formatted(longest));
        }
    }

    private static ObjectNode kept(GraphCall call, String name, ObjectNode sheet) {
        Records.of(call).put(Kind.NUMBER_SHEET, call.objectId() + "/" + name, sheet);
        return Served.success();
    }

    private static ObjectNode read(GraphCall call, String name) {
        return Records.of(call)
                .find(Kind.NUMBER_SHEET, call.objectId() + "/" + name)
                .orElseGet(Json::object);
    }

    private static ObjectNode listed(ObjectNode sheet) {
        var answer = Json.object();
        answer.putArray("data").add(sheet);
        return answer;
    }
}
