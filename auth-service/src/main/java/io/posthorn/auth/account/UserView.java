package io.posthorn.auth.account;

import java.time.Instant;
import java.util.UUID;

public record UserView(UUID id, String email, String fullName, Instant createdAt) {
    public static UserView of(Account account) {
        return new UserView(account.id(), account.email(), account.fullName(), account.createdAt());
    }
}
