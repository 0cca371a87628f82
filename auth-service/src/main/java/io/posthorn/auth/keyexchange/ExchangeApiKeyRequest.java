package io.posthorn.auth.keyexchange;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ExchangeApiKeyRequest(
        @NotNull @Size(max = 200) String key,
        @Size(max = 100) String address) {
    @Override
    public String toString() {
        return "ExchangeApiKeyRequest";
    }
}
