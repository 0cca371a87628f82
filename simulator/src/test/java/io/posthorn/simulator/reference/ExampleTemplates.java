package io.posthorn.simulator.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.TestWorld;
import io.posthorn.testkit.MetaDocument.Example;
import java.util.Map;

/** Makes the template that an example sends. */
final class ExampleTemplates {
    private static final String OF_THREE = """
            {"type":"BODY","text":"Dear {{1}}, we thank you for your order of {{2}} and shall bring it to you before {{3}} as agreed.",
             "example":{"body_text":[["a","b","c"]]}}""";
    private static final String PLAIN = "{\"type\":\"BODY\",\"text\":\"Hello world\"}";
    private static final String QUESTION = """
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Yes"},{"type":"QUICK_REPLY","text":"No"}]}""";
    private static final Map<String, String> COMPONENTS = Map.of(
            "Send Test Message",
            PLAIN,
            "Simple Template Message",
            PLAIN,
            "Template with Product Policy",
            PLAIN,
            "Parameterized Template",
            """
                    {"type":"BODY","text":"Dear {{1}}, this week everything is only {{2}} in our shop","example":{"body_text":[["a","b"]]}}""",
            "Send Catalog Template Message",
            OF_THREE + ",{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"CATALOG\",\"text\":\"View catalog\"}]}",
            "Send Flow Template Message",
            """
                    {"type":"BODY","text":"Tell us"},
                    {"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Go","flow_id":"1","navigate_screen":"A"}]}""",
            "Send Message Template Interactive",
            OF_THREE + "," + QUESTION,
            "Send Sample Issue Resolution Template",
            """
                    {"type":"BODY","text":"Hi {{1}}, were we able to solve the issue that you had?","example":{"body_text":[["a"]]}},""" + QUESTION);

    private ExampleTemplates() {}

    static void create(TestWorld world, Example example, ObjectNode body) {
        var template = (ObjectNode) body.path("template");
        if (!template.path("name").asText().matches("[a-z0-9_]+")) {
            template.put("name", "sample");
            template.withObject("language").put("code", "en_US");
        }
        var components = COMPONENTS.getOrDefault(example.name(), OF_THREE);
        var hasHeader = template.path("components")
                .valueStream()
                .anyMatch(part -> part.path("type").asText().equals("header"));
        if (hasHeader) {
            components = """
                    {"type":"HEADER","format":"IMAGE","example":{"header_handle":["%s"]}},""".formatted(world.handle()) + components;
        }
        world.approved("""
                {"name":"%s","language":"%s","category":"MARKETING","components":[%s]}""".formatted(
                        template.path("name").asText(),
                        template.path("language").path("code").asText(),
                        components));
    }
}
