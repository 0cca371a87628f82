package io.posthorn.auth.authorization;

import io.posthorn.auth.application.Application;
import io.posthorn.auth.authorization.BrowserLoginService.Outcome;
import io.posthorn.auth.oauth.Parameters;
import io.posthorn.auth.visitor.CurrentVisitor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pages for people; every form of them carries a ticket that only the browser that got it can use. */
@Path("/oauth2")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "OAuth 2")
public class AuthorizationResource {
    private static final String PAGES =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; " + "form-action 'self'";

    private final AuthorizationService authorizations;
    private final BrowserLoginService logins;
    private final Pages pages;
    private final Seals seals;
    private final Cookies cookies;
    private final CurrentVisitor visitor;

    AuthorizationResource(
            AuthorizationService authorizations,
            BrowserLoginService logins,
            Pages pages,
            Seals seals,
            Cookies cookies,
            CurrentVisitor visitor) {
        this.authorizations = authorizations;
        this.logins = logins;
        this.pages = pages;
        this.seals = seals;
        this.cookies = cookies;
        this.visitor = visitor;
    }

    @GET
    @Path("/authorize")
    @Operation(
            operationId = "authorize",
            summary = "Ask a person to let an application act for them",
            description =
                    "For the person's browser: authorization code with PKCE (S256), exact redirect address. Answers with a page, "
                            + "or goes on to the application with code, state and iss, or with error. prompt=none never shows a page.")
    @APIResponse(responseCode = "200", description = "A page: log in, or say yes or no")
    @APIResponse(responseCode = "303", description = "On to the application")
    @APIResponse(responseCode = "400", description = "A page: the application or its address is not known")
    public Uni<Response> authorize(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = uri.getRequestUri().getRawQuery();
        return authorizations.open(query, browser(headers)).chain(step -> show(step, query, "", headers));
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> logIn(@Context HttpHeaders headers, String form) {
        var parameters = Parameters.parse(form);
        var query = query(parameters, loginBinding(headers));
        if (query.isEmpty()) {
            return show(new Step.Broken("oldPage"), "", "", headers);
        }
        var email = parameters.find("email").orElse("");
        return logins.logIn(email, parameters.find("password").orElse(""), visitor.get())
                .chain(outcome -> follow(outcome, query.get(), email, headers));
    }

    @POST
    @Path("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> showCode(@Context HttpHeaders headers, String form) {
        var parameters = Parameters.parse(form);
        var query = query(parameters, loginBinding(headers));
        if (query.isEmpty()) {
            return show(new Step.Broken("oldPage"), "", "", headers);
        }
        return logins.showCode(
                        parameters.find("challenge").orElse(""),
                        parameters.find("code").orElse(""),
                        visitor.get())
                .chain(outcome -> follow(outcome, query.get(), "", headers));
    }

    private Uni<Response> follow(Outcome outcome, String query, String email, HttpHeaders headers) {
        return switch (outcome) {
            case Outcome.Entered entered ->
                Uni.createFrom().item(() -> back(afterLogin(query))
                        .cookie(cookies.session(seals.cookie(entered.browser())), cookies.noLogin())
                        .build());
            case Outcome.Challenged challenged ->
                authorizations
                        .again(
                                query,
                                request -> new Step.ShowCode(request, challenged.challenge(), challenged.problem()))
                        .chain(step -> show(step, query, "", headers));
            case Outcome.Refused refused ->
                authorizations
                        .again(query, request -> new Step.LogIn(request, refused.problem()))
                        .chain(step -> show(step, query, email, headers));
        };
    }

    @POST
    @Path("/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> decide(@Context HttpHeaders headers, String form) {
        var parameters = Parameters.parse(form);
        var browser = browser(headers);
        var query = browser.flatMap(known -> query(parameters, consentBinding(known)));
        if (query.isEmpty()) {
            return show(new Step.Broken("oldPage"), "", "", headers);
        }
        var step =
                switch (parameters.find("decision").orElse("deny")) {
                    case "allow" -> authorizations.allow(query.get(), browser.get());
                    case "leave" ->
                        authorizations
                                .logOut(browser.get())
                                .chain(() -> authorizations.again(query.get(), request -> new Step.LogIn(request, "")));
                    default -> authorizations.deny(query.get());
                };
        return step.chain(next -> show(next, query.get(), "", headers));
    }

    @GET
    @Path("/pages.css")
    @Produces("text/css")
    @Operation(hidden = true)
    public Response style() {
        return Response.ok(AuthorizationResource.class.getResourceAsStream("pages.css"))
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    private Uni<Response> show(Step step, String query, String email, HttpHeaders headers) {
        return switch (step) {
            case Step.Broken broken -> pages.broken(broken, language(headers)).map(page -> page(400, page, ""));
            case Step.Back back ->
                Uni.createFrom().item(() -> Response.seeOther(back.location()).build());
            case Step.LogIn login -> logInPage(login, query, email, headers);
            case Step.ShowCode code -> codePage(code, query, headers);
            case Step.Ask ask ->
                pages.consent(ask, seals.ticket(query, consentBinding(ask.browser())), language(headers))
                        .map(page -> page(200, page, origin(ask.request())));
        };
    }

    private Uni<Response> logInPage(Step.LogIn login, String query, String email, HttpHeaders headers) {
        var secret = loginSecret(headers);
        return pages.login(login, seals.ticket(query, loginBinding(secret)), email, language(headers))
                .map(page -> loginPage(page, login.problem(), login.request(), secret));
    }

    private Uni<Response> codePage(Step.ShowCode code, String query, HttpHeaders headers) {
        var secret = loginSecret(headers);
        return pages.code(code, seals.ticket(query, loginBinding(secret)), language(headers))
                .map(page -> loginPage(page, code.problem(), code.request(), secret));
    }

    private Response loginPage(String html, String problem, AuthorizationRequest request, String secret) {
        return Response.fromResponse(page(problem.isEmpty() ? 200 : 401, html, origin(request)))
                .cookie(cookies.login(secret))
                .build();
    }

    /** One for all tabs of a browser. */
    private String loginSecret(HttpHeaders headers) {
        var known = cookies.find(headers, cookies.loginName());
        return known == null || known.isEmpty() ? cookies.newLogin() : known;
    }

    private static String language(HttpHeaders headers) {
        return headers.getHeaderString("Accept-Language");
    }

    /** @param onwards where a form may lead in the end, because browsers look at redirects as well */
    private static Response page(int status, String html, String onwards) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", PAGES + " " + onwards)
                .header("Referrer-Policy", "no-referrer")
                .entity(html)
                .build();
    }

    private static String origin(AuthorizationRequest request) {
        return Application.origin(request.redirectUri());
    }

    private Optional<BrowserSession> browser(HttpHeaders headers) {
        return seals.browser(cookies.find(headers, cookies.sessionName()));
    }

    private Optional<String> query(Parameters form, String boundTo) {
        return form.find("ticket").flatMap(ticket -> seals.query(ticket, boundTo));
    }

    private String loginBinding(HttpHeaders headers) {
        return loginBinding(cookies.find(headers, cookies.loginName()));
    }

    private static String loginBinding(String secret) {
        return "login/" + secret;
    }

    private static String consentBinding(BrowserSession browser) {
        return "consent/" + browser.sessionId();
    }

    /** Whoever has just logged in need not be asked to for the same request. */
    private static String afterLogin(String query) {
        return query.replaceAll("(^|&)max_age=[^&]*", "$1").replaceAll("(^|&)prompt=login(?=&|$)", "$1");
    }

    private static Response.ResponseBuilder back(String query) {
        return Response.seeOther(URI.create("/oauth2/authorize?" + query));
    }
}
