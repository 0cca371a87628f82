package io.posthorn.auth.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RotateApplicationSecretRequest(
        @Min(0)
        @Max(604_800)
        @Schema(
                description = "For so long the old secret is good as well; at most a week, default a day",
                examples = "86400")
        Integer overlapSeconds) {
    private static final Duration USUAL = Duration.ofDays(1);

    Duration overlap() {
        return overlapSeconds == null ? USUAL : Duration.ofSeconds(overlapSeconds);
    }
}
