package io.posthorn.auth.authorization;

import io.posthorn.auth.application.Application;
import io.posthorn.auth.application.GrantType;
import io.posthorn.auth.oauth.OAuthRefusal;
import io.posthorn.auth.oauth.Parameters;
import io.posthorn.auth.oauth.ScopeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an application asks for, when only the person's word is missing. */
record AuthorizationRequest(
        Application application,
        String redirectUri,
        Optional<String> state,
        List<String> scopes,
        String challenge,
        String nonce,
        List<String> prompts,
        Optional<Long> maxAge) {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_STATE = 2000;
    private static final int LONGEST_NONCE = 512;

    /** The application and its address are known to be good: what is refused here, it is told there. */
    static AuthorizationRequest of(Application application, String redirectUri, Parameters parameters) {
        if (!application.may(GrantType.AUTHORIZATION_CODE)) {
            throw OAuthRefusal.unauthorizedClient("The application is not registered for this");
        }
        if (!"code".equals(parameters.require("response_type"))) {
            throw OAuthRefusal.unsupportedResponseType();
        }
        if (parameters
                        .find("response_mode")
                        .filter(mode -> !mode.equals("query"))
                        .isPresent()
                || parameters.find("request").isPresent()
                || parameters.find("request_uri").isPresent()) {
            throw OAuthRefusal.invalidRequest("Parameters come in the query, and so does the answer");
        }
        return new AuthorizationRequest(
                application,
                redirectUri,
                parameters.find("state").map(state -> atMost(LONGEST_STATE, "state", state)),
                ScopeText.requireWithin(ScopeText.parse(parameters.require("scope")), application.scopes()),
                challenge(parameters),
                parameters
                        .find("nonce")
                        .map(nonce -> atMost(LONGEST_NONCE, "nonce", nonce))
                        .orElse(null),
                prompts(parameters),
                parameters.find("max_age").map(AuthorizationRequest::seconds));
    }

    boolean prompts(String word) {
        return prompts.contains(word);
    }

    /** Whether somebody who logged in then has to do so again. */
    boolean wantsLogInAfter(Instant loggedInAt, Instant now) {
        return prompts("login")
                || maxAge.filter(age -> loggedInAt.plusSeconds(age).isBefore(now))
                        .isPresent();
    }

    private static String challenge(Parameters parameters) {
        var challenge = parameters
                .find("code_challenge")
                .orElseThrow(
                        () -> OAuthRefusal.invalidRequest("PKCE is needed: the parameter code_challenge is missing"));
        if (!"S256".equals(parameters.find("code_challenge_method").orElse("plain"))) {
            throw OAuthRefusal.invalidRequest("The only code_challenge_method is S256");
        }
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw OAuthRefusal.invalidRequest("code_challenge is not a SHA-256 in base64url");
        }
        return challenge;
    }

    private static List<String> prompts(Parameters parameters) {
        var prompts = parameters.find("prompt").map(ScopeText::parse).orElse(List.of());
        if (!List.of("none", "login", "consent", "select_account").containsAll(prompts)
                || (prompts.contains("none") && prompts.size() > 1)) {
            throw OAuthRefusal.invalidRequest("prompt is none, or of login and consent");
        }
        return prompts;
    }

    private static Long seconds(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw OAuthRefusal.invalidRequest("max_age is a number of seconds");
        }
        return Long.valueOf(text);
    }

    private static String atMost(int longest, String name, String value) {
        if (value.length() > longest) {
            throw OAuthRefusal.invalidRequest("%s may have at most %d characters".formatted(name, longest));
        }
        return value;
    }
}
