package io.posthorn.auth.oauth;

/** A refusal in the words of RFC 6749, 5.2. The description is for developers and tells nothing about anybody else. */
public final class OAuthRefusal extends RuntimeException {
    private final String error;
    private final int status;

    private OAuthRefusal(String error, int status, String description) {
        super(description, null, false, false);
        this.error = error;
        this.status = status;
    }

    public static OAuthRefusal invalidRequest(String description) {
        return new OAuthRefusal("invalid_request", 400, description);
    }

    public static OAuthRefusal invalidClient() {
        return new OAuthRefusal("invalid_client", 401, "The application is unknown or did not prove itself");
    }

    /** The same words for every reason: unknown, used, expired, of another application. */
    public static OAuthRefusal invalidGrant() {
        return new OAuthRefusal("invalid_grant", 400, "The code or refresh token is not valid");
    }

    public static OAuthRefusal unauthorizedClient(String description) {
        return new OAuthRefusal("unauthorized_client", 400, description);
    }

    public static OAuthRefusal unsupportedGrantType() {
        return new OAuthRefusal(
                "unsupported_grant_type", 400, "Use authorization_code, refresh_token or client_credentials");
    }

    public static OAuthRefusal invalidScope(String description) {
        return new OAuthRefusal("invalid_scope", 400, description);
    }

    public static OAuthRefusal unsupportedResponseType() {
        return new OAuthRefusal("unsupported_response_type", 400, "The only response type is code");
    }

    public static OAuthRefusal accessDenied() {
        return new OAuthRefusal("access_denied", 403, "The person said no");
    }

    public static OAuthRefusal loginRequired() {
        return new OAuthRefusal("login_required", 401, "Nobody is logged in");
    }

    public static OAuthRefusal consentRequired() {
        return new OAuthRefusal("consent_required", 403, "The person has to be asked");
    }

    public String error() {
        return error;
    }

    public int status() {
        return status;
    }
}
