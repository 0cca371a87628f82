package io.posthorn.auth.member;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record MemberView(
        @Schema(description = "The user's id") UUID id,
        @Schema(examples = "Ada Lovelace") String fullName,
        @Schema(examples = "ada@example.com") String email,
        @Schema(examples = "agent") String role,
        Instant joinedAt) {
    static MemberView of(Member member) {
        return new MemberView(
                member.accountId(),
                member.fullName(),
                member.email(),
                member.role().claim(),
                member.joinedAt());
    }
}
