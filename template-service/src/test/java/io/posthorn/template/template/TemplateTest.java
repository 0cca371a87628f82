package io.posthorn.template.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.template.form.TemplateForm;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void beginsAsADraftInItsFirstVersion() {
        var draft = TemplateDraft.of(
                form("{\"name\":\"hello\",\"language\":\"en\",\"category\":\"marketing\",\"body\":\"Hello\"}"));

        var template = Template.drafted(UUID.randomUUID(), draft, NOON);

        assertThat(template.status()).isEqualTo(TemplateStatus.DRAFT);
        assertThat(template.versionNumber()).isEqualTo(1);
        assertThat(template.eventVersion()).isEqualTo(1);
        assertThat(template.draftedEvent(UUID.randomUUID()).category()).isEqualTo("MARKETING");
    }

    @Test
    void nothingThatBreaksARuleBecomesADraft() {
        var form = form("""
                {"name":"hello","language":"en","category":"MARKETING",
                 "body":{"text":"Hello to you, dear {{1}}","example":["Ana"]}}""");

        var refusal = catchThrowableOfType(ProblemException.class, () -> TemplateDraft.of(form));

        assertThat(refusal.type()).isEqualTo(TemplateProblems.INVALID);
        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("variable_at_end");
    }

    private static TemplateForm form(String json) {
        try {
            return TemplateForm.of((ObjectNode) new ObjectMapper().readTree(json));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
