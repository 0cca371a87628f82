package io.posthorn.auth.servicetoken;

record ServiceTokenView(String accessToken, long expiresIn) {
    @Override
    public String toString() {
        return "ServiceTokenView";
    }
}
