package io.posthorn.auth.authorization;

import io.posthorn.auth.oauth.OAuthRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The answer to an application, in the address of its own page. {@code iss} says whose answer it is (RFC 9207). */
@ApplicationScoped
class Redirects {
    private final String issuer;

    Redirects(@ConfigProperty(name = "posthorn.public-url") String issuer) {
        this.issuer = issuer;
    }

    Step code(AuthorizationRequest request, String code) {
        return back(request.redirectUri(), Map.of("code", code), request.state());
    }

    Step refusal(AuthorizationRequest request, OAuthRefusal refusal) {
        return refusal(request.redirectUri(), request.state(), refusal);
    }

    Step refusal(String redirectUri, Optional<String> state, OAuthRefusal refusal) {
        return back(redirectUri, Map.of("error", refusal.error(), "error_description", refusal.getMessage()), state);
    }

    private Step back(String redirectUri, Map<String, String> answer, Optional<String> state) {
        var parameters = new LinkedHashMap<>(answer);
        state.ifPresent(given -> parameters.put("state", given));
        parameters.put("iss", issuer);
        var query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return new Step.Back(URI.create(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
