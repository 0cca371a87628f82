package io.posthorn.messaging.replay;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which part of the journal: all that came in a period, of one app or one number where they are given. */
@Schema(example = """
        {"phoneNumberId": "400000000000001", "from": "2026-03-01T00:00:00Z", "to": "2026-03-01T06:00:00Z"}""")
public record NewReplayRequest(
        @Size(max = 100) String appKey,

        @Size(max = 32) @Pattern(regexp = "\\d*", message = "must consist of digits")
        String phoneNumberId,

        @NotNull Instant from,
        @NotNull Instant to) {}
