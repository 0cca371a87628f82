package io.posthorn.template.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.contracts.channel.TemplateStatusReported;
import io.posthorn.template.template.TemplateStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "APPROVED, APPROVED",
        "reinstated, APPROVED",
        "IN_APPEAL, PENDING",
        "REJECTED, REJECTED",
        "PAUSED, PAUSED",
        "ARCHIVED, DISABLED",
        "PENDING_DELETION, DELETED",
        "FLAGGED,",
        "LOCKED,",
        "SOMETHING_NEW,",
        "'',"
    })
    void understandsMetasWords(String word, TemplateStatus meaning) {
        assertThat(report(word, "1", NOON).meaning()).isEqualTo(Optional.ofNullable(meaning));
    }

    @Test
    void takesNewerNewsOfTheSameTemplateOnly() {
        var known = submission("1", "PENDING", NOON);

        assertThat(report("APPROVED", "1", NOON.plusSeconds(1)).isNewsFor(known))
                .isTrue();
        assertThat(report("APPROVED", "1", NOON).isNewsFor(known)).isTrue();
        assertThat(report("PENDING", "1", NOON).isNewsFor(known)).isFalse();
        assertThat(report("APPROVED", "1", NOON.minusSeconds(1)).isNewsFor(known))
                .isFalse();
        assertThat(report("APPROVED", "2", NOON.plusSeconds(1)).isNewsFor(known))
                .isFalse();
        assertThat(report("APPROVED", "2", NOON).isNewsFor(submission(null, null, null)))
                .isTrue();
    }

    private static Report report(String status, String providerId, Instant at) {
        return Report.of(new TemplateStatusReported(
                UUID.randomUUID(), "3", providerId, "order_ready", "en_US", status, "NONE", at));
    }

    private static Submission submission(String providerId, String providerStatus, Instant reportedAt) {
        return new Submission(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "order_ready",
                "en_US",
                null,
                TemplateStatus.PENDING,
                1,
                UUID.randomUUID(),
                "3",
                providerId,
                providerStatus,
                reportedAt,
                UUID.randomUUID(),
                NOON,
                null);
    }
}
