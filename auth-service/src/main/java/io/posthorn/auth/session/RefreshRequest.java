package io.posthorn.auth.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RefreshRequest(@NotNull @Size(max = 200) String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
