package io.posthorn.auth.session;

/** What a client gets. {@code expiresIn} is the access token's, in seconds. */
public record IssuedTokens(String accessToken, String refreshToken, long expiresIn) {
    @Override
    public String toString() {
        return "IssuedTokens";
    }
}
