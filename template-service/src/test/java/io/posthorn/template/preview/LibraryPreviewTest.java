package io.posthorn.template.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.rendering.Preview;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each template of the library looks as written down for it; its measures in a browser are {@link LibraryBrowserTest}'s. */
class LibraryPreviewTest {
    private static final Pattern BOLD = Pattern.compile("<strong>(.*?)</strong>");

    private final Map<String, Preview> library = ExpectedPreview.library();

    @Test
    void eachTemplateHasAnExpectation() {
        assertThat(library).hasSizeGreaterThanOrEqualTo(40);
        assertThat(ExpectedPreview.all().keySet()).isEqualTo(library.keySet());
    }

    @Test
    void eachLooksAsExpected() {
        ExpectedPreview.all().forEach((key, expected) -> {
            var preview = library.get(key);

            assertThat(preview.direction()).as(key).isEqualTo(expected.direction());
            assertThat(bold(preview.body().html())).as(key).isEqualTo(expected.bold());
            assertThat((int) preview.body().text().lines().count()).as(key).isEqualTo(expected.breaks());
            assertThat(preview.body().truncated()).as(key).isEqualTo(expected.truncated());
            assertThat(shown(preview)).as(key).isEqualTo(expected.buttons());
        });
    }

    private static List<String> bold(String html) {
        return BOLD.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> shown(Preview preview) {
        return preview.buttons().stream()
                .filter(Preview.Button::shown)
                .map(Preview.Button::text)
                .toList();
    }
}
