package io.posthorn.auth.apikey;

import io.posthorn.auth.account.PlainName;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreateApiKeyRequest(
        @NotNull @PlainName @Schema(examples = "Shop") String name,

        @Pattern(regexp = "owner|admin|agent|viewer", message = "must be owner, admin, agent or viewer")
        @Schema(description = "At most your own; default agent", examples = "agent")
        String role,

        @NotNull
        @Size(min = 1, max = 50, message = "must have 1 to 50 entries")
        @Schema(
                description = "<resource>:read or <resource>:write, where the resource is the first part of the path "
                        + "after /api/v1; or * for everything but keys and sessions",
                examples = "[\"messages:write\",\"templates:read\"]")
        List<
                        @NotNull
                        @Pattern(
                                regexp = "\\*|(?!api-keys:|auth:)[a-z][a-z-]{0,39}:(read|write)",
                                message = "must be * or like messages:read; keys cannot manage keys or sessions")
                        String>
                scopes,

        @Future(message = "must be in the future") @Schema(description = "Default: never")
        Instant expiresAt,

        @Size(max = 20, message = "must have at most 20 entries")
        @Schema(
                description = "From where the key may be used, IPv4 or IPv6; default: from anywhere",
                examples = "[\"203.0.113.0/24\"]")
        List<@NotNull @Size(max = 50, message = "must have at most 50 characters") String> addresses) {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    ApiKeyDraft toDraft() {
        var ranges = addresses == null ? List.<String>of() : addresses;
        return new ApiKeyDraft(
                name.strip(),
                role == null ? Role.AGENT : Role.named(role).orElseThrow(),
                scopes.stream().distinct().sorted().toList(),
                expiry(),
                IntStream.range(0, ranges.size())
                        .mapToObj(index -> range(index, ranges.get(index)))
                        .distinct()
                        .toList());
    }

    private Instant expiry() {
        if (expiresAt != null && expiresAt.isAfter(LATEST)) {
            throw refused("/expiresAt", "too_late", "must be before the year 10000");
        }
        return expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    private static String range(int index, String text) {
        return AddressRange.parse(text)
                .orElseThrow(() -> refused(
                        "/addresses/" + index, "wrong_form", "must be an address or a range like 203.0.113.0/24"))
                .toString();
    }

    private static ProblemException refused(String pointer, String code, String message) {
        return new ProblemException(
                CommonProblems.INVALID, "1 thing(s) to correct", List.of(new Violation(pointer, code, message)));
    }
}
