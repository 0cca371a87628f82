package io.posthorn.auth.member;

import io.posthorn.kit.caller.Role;
import java.time.Instant;
import java.util.UUID;

record Member(UUID accountId, String fullName, String email, Role role, Instant joinedAt) {
    boolean isOwner() {
        return role == Role.OWNER;
    }

    /** Owners may do everything to everybody; admins leave owners alone. */
    boolean mayTouch(Member other, Role wanted) {
        return isOwner() || role == Role.ADMIN && !other.isOwner() && wanted != Role.OWNER;
    }
}
