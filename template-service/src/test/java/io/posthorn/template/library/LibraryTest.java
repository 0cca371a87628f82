package io.posthorn.template.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.templatecheck.Severity;
import io.posthorn.cloudapi.templatecheck.TemplateCheck;
import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void hasManyTemplatesForManyPeople() {
        var all = LibraryTemplates.find(null, null, null);

        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all).extracting(LibraryTemplate::key).doesNotHaveDuplicates();
        assertThat(all).extracting(LibraryTemplate::language).contains("en_US", "es", "pt_BR", "de", "fr", "ar", "hi");
        assertThat(all.stream().map(LibraryTemplate::branch).distinct()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(all.stream().map(LibraryTemplate::category).distinct()).hasSize(3);
    }

    @Test
    void nothingSpeaksAgainstAnyOfThem() {
        assertThat(LibraryTemplates.find(null, null, null)).allSatisfy(entry -> {
            assertThat(entry.key()).isEqualTo(entry.template().path("name").asText() + "." + entry.language());
            assertThat(entry.about()).isNotBlank();
            assertThat(TemplateCheck.check(entry.template()))
                    .filteredOn(finding -> finding.severity() != Severity.ADVICE)
                    .isEmpty();
        });
    }
}
