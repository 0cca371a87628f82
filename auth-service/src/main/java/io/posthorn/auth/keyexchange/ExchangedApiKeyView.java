package io.posthorn.auth.keyexchange;

import java.util.List;
import java.util.UUID;

record ExchangedApiKeyView(String accessToken, long expiresIn, UUID keyId, List<String> scopes) {
    @Override
    public String toString() {
        return "ExchangedApiKeyView";
    }
}
