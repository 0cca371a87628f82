package io.posthorn.auth;

import static io.restassured.RestAssured.given;

import io.posthorn.auth.AuthApi.SignedIn;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** OAuth 2 as applications and browsers see it. */
public final class OAuthApi {
    public static final String CALLBACK = "https://shop.example/callback?from=posthorn";
    /** RFC 7636, appendix B. */
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    /** @param secret null for a public one */
    public record Registered(UUID id, String secret) {}

    private OAuthApi() {}

    public static JsonObject anApplication() {
        return new JsonObject()
                .put("name", "Shop <b>")
                .put("redirectUris", new JsonArray().add(CALLBACK))
                .put("grantTypes", new JsonArray(List.of("authorization_code", "refresh_token", "client_credentials")))
                .put(
                        "scopes",
                        new JsonArray(List.of("openid", "profile", "email", "offline_access", "messages:write")));
    }

    public static JsonObject aPublicApplication() {
        return anApplication()
                .put("type", "public")
                .put("grantTypes", new JsonArray(List.of("authorization_code", "refresh_token")));
    }

    public static Response register(String accessToken, JsonObject request) {
        return ApiKeyApi.as(accessToken)
                .contentType("application/json")
                .body(request.encode())
                .post("/api/v1/applications");
    }

    public static Registered registered(SignedIn person) {
        return registered(person, anApplication());
    }

    public static Registered registered(SignedIn person, JsonObject request) {
        var answer = register(person.accessToken(), request);
        answer.then().statusCode(201);
        return new Registered(answer.jsonPath().getUUID("id"), answer.jsonPath().getString("secret"));
    }

    /** What the application asks for; a value of null leaves the parameter out. */
    public static Map<String, String> request(Registered application) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", application.id().toString());
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", "openid profile email offline_access messages:write");
        parameters.put("state", "state & more");
        parameters.put("nonce", "nonce-1");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What a redirect says in its query. */
    public static Map<String, String> answer(Response redirect) {
        redirect.then().statusCode(303);
        return parameters(URI.create(redirect.header("Location")).getRawQuery());
    }

    public static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    public static Response token(Registered application, Map<String, String> form) {
        return ask("token", application, form);
    }

    /** {@code revoke} and {@code introspect} as well; a public application names itself in the form. */
    public static Response ask(String endpoint, Registered application, Map<String, String> form) {
        var request = given().contentType("application/x-www-form-urlencoded").formParams(form);
        return application.secret() == null
                ? request.formParam("client_id", application.id().toString()).post("/oauth2/" + endpoint)
                : request.auth()
                        .preemptive()
                        .basic(application.id().toString(), application.secret())
                        .post("/oauth2/" + endpoint);
    }

    public static Response redeem(Registered application, String code) {
        return token(
                application,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER));
    }

    public static Response refresh(Registered application, String refreshToken) {
        return token(application, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public static boolean isActive(Registered application, String token) {
        var answer = ask("introspect", application, Map.of("token", token));
        answer.then().statusCode(200);
        return answer.jsonPath().getBoolean("active");
    }

    /** A browser that keeps its cookies and follows no redirect by itself. */
    public static final class Browser {
        private final Map<String, String> cookies = new HashMap<>();
        private final String language;

        public Browser() {
            this("en");
        }

        public Browser(String language) {
            this.language = language;
        }

        public Response open(Map<String, String> request) {
            return openAt("/oauth2/authorize?" + encoded(request));
        }

        public Response openAt(String address) {
            return kept(given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .cookies(cookies)
                    .header("Accept-Language", language)
                    .get(address));
        }

        public Response submit(String what, Map<String, String> form) {
            return kept(given().redirects()
                    .follow(false)
                    .cookies(cookies)
                    .header("Accept-Language", language)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(form)
                    .post("/oauth2/" + what));
        }

        /** Up to the page that asks for consent, or to the application. */
        public Response logIn(Map<String, String> request, SignedIn person) {
            var answer = submit(
                    "login",
                    Map.of("ticket", ticket(open(request)), "email", person.email(), "password", AuthApi.PASSWORD));
            answer.then().statusCode(303);
            return openAt(path(answer.header("Location")));
        }

        public Response decide(Response page, String decision) {
            return submit("consent", Map.of("ticket", ticket(page), "decision", decision));
        }

        /** The code that a person's yes brings, whatever has to be shown before. */
        public String code(Map<String, String> request, SignedIn person) {
            var next = open(request);
            if (next.asString().contains("current-password")) {
                next = logIn(request, person);
            }
            return answer(next.statusCode() == 200 ? decide(next, "allow") : next)
                    .get("code");
        }

        public Map<String, String> cookies() {
            return cookies;
        }

        private Response kept(Response answer) {
            cookies.putAll(answer.cookies());
            return answer;
        }
    }

    public static String ticket(Response page) {
        var found = TICKET.matcher(page.asString());
        if (!found.find()) {
            throw new AssertionError("No form: " + page.statusCode() + " " + page.asString());
        }
        return found.group(1);
    }

    public static String path(String location) {
        var uri = URI.create(location);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
