package io.posthorn.gateway.identity;

/** Who asks, and the access token that services are shown for it; nobody, where nobody was asked. */
public record Caller(Principal principal, String accessToken) {
    public static final Caller NOBODY = new Caller(null, null);

    public boolean isKnown() {
        return principal != null;
    }

    public String workspace() {
        return isKnown() ? principal.workspace() : null;
    }
}
