package io.posthorn.template.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.posthorn.cloudapi.template.TemplateBody;
import io.posthorn.cloudapi.template.TemplateDefinition;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void beginsAsADraftInItsFirstVersion() {
        var draft =
                TemplateDraft.of(new TemplateDefinition("hello", "en", "marketing", new TemplateBody("Hello", null)));

        var template = Template.drafted(UUID.randomUUID(), draft, NOON);

        assertThat(template.status()).isEqualTo(TemplateStatus.DRAFT);
        assertThat(template.versionNumber()).isEqualTo(1);
        assertThat(template.eventVersion()).isEqualTo(1);
        assertThat(template.draftedEvent(UUID.randomUUID()).category()).isEqualTo("MARKETING");
    }

    @Test
    void nothingThatBreaksARuleBecomesADraft() {
        var definition = new TemplateDefinition(
                "hello", "en", "MARKETING", new TemplateBody("Hello to you, dear {{1}}", List.of("Ana")));

        var refusal = catchThrowableOfType(ProblemException.class, () -> TemplateDraft.of(definition));

        assertThat(refusal.type()).isEqualTo(TemplateProblems.INVALID);
        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("variable_at_end");
    }
}
