package io.posthorn.template.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.cloudapi.rendering.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The library in a real browser, as wide as a small phone; a picture of all is kept in {@code target/library.png}. Fonts differ
 * from machine to machine, so a line more or less is no fault.
 */
@Tag("long")
class LibraryBrowserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final int IN_A_ROW = 5;
    private static final int ROW = 400;
    private static final String MEASURING = """
            const found = {};
            for (const bubble of document.querySelectorAll('.wa-bubble')) {
              const body = bubble.querySelector(':scope > .wa-body');
              const range = document.createRange();
              range.selectNodeContents(body);
              const box = body.getBoundingClientRect();
              const tops = new Set([...range.getClientRects()].filter(r => r.width > 0 && r.top < box.bottom - 2).map(r => Math.round(r.bottom)));
              found[bubble.parentElement.id] = {
                direction: getComputedStyle(bubble).direction,
                bold: [...body.querySelectorAll('*')].filter(e => e.children.length === 0 && getComputedStyle(e).fontWeight >= 600).map(e => e.textContent),
                lines: tops.size,
                buttons: [...bubble.querySelectorAll(':scope > .wa-buttons > .wa-button:not(.wa-all)')].map(b => b.textContent),
                truncated: body.scrollHeight > body.clientHeight + 2,
                tooWide: [...bubble.querySelectorAll('.wa-body, .wa-header, .wa-footer')].some(e => e.scrollWidth > e.clientWidth),
                width: bubble.getBoundingClientRect().width
              };
            }
            document.body.innerHTML = '';
            const told = document.createElement('pre');
            told.textContent = JSON.stringify(found);
            document.body.append(told);
            """;

    @Test
    void eachTemplateLooksAsExpectedAt360Pixels() throws Exception {
        var browser = Chromium.installed().orElse(null);
        assumeThat(browser).as("Chromium on the PATH").isNotNull();
        var library = ExpectedPreview.library();
        browser.picture(
                page(library, ""),
                IN_A_ROW * PreviewPage.WIDTH,
                (library.size() / IN_A_ROW + 1) * ROW,
                TARGET.resolve("library.png"));

        var measured = measured(browser.document(page(library, "<script>" + MEASURING + "</script>")));

        assertThat(TARGET.resolve("library.png")).isNotEmptyFile();
        ExpectedPreview.all().forEach((key, expected) -> {
            var seen = measured.path(key);
            assertThat(seen.path("direction").asText()).as(key).isEqualTo(expected.direction());
            assertThat(texts(seen.path("bold"))).as(key).isEqualTo(expected.bold());
            assertThat(texts(seen.path("buttons"))).as(key).isEqualTo(expected.buttons());
            assertThat(seen.path("truncated").asBoolean()).as(key).isEqualTo(expected.truncated());
            assertThat(seen.path("lines").asInt()).as(key).isBetween(expected.lines() - 1, expected.lines() + 1);
            assertThat(seen.path("tooWide").asBoolean()).as(key).isFalse();
            assertThat(seen.path("width").asDouble()).as(key).isLessThanOrEqualTo(PreviewPage.WIDTH);
        });
    }

    /** All of them on one page, each as wide as a phone. */
    private static Path page(Map<String, Preview> library, String script) throws Exception {
        var phones = library.entrySet().stream()
                .map(entry -> "<div id=\"%s\" style=\"width:360px;height:%dpx;padding:12px\">%s</div>"
                        .formatted(entry.getKey(), ROW, entry.getValue().html()))
                .collect(Collectors.joining());
        var whole = PreviewPage.of(library.values().iterator().next())
                .replaceAll("<meta http-equiv[^>]*>", "")
                .replaceAll(
                        "(?s)<body>.*</body>",
                        "<body style=\"width:1800px;padding:0;display:flex;flex-wrap:wrap\">PHONES</body>")
                .replace("PHONES", phones + script);
        return Files.writeString(Files.createTempFile("library", ".html"), whole);
    }

    private static JsonNode measured(String document) throws Exception {
        var from = document.indexOf("<pre>") + "<pre>".length();
        var text = document.substring(from, document.indexOf("</pre>", from));
        return JSON.readTree(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
