package io.posthorn.kit.service;

/** What auth-service answers: a bearer token and how many seconds it is good for. Never shows the token. */
record ServiceToken(String accessToken, long expiresIn) {
    @Override
    public String toString() {
        return "ServiceToken[hidden]";
    }
}
