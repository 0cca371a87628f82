package io.posthorn.auth.authorization;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The pages, as HTML without script. */
@ApplicationScoped
class Pages {
    private final Template login;
    private final Template code;
    private final Template consent;
    private final Template broken;
    private final PageTexts texts;

    Pages(
            @Location("oauth2/login") Template login,
            @Location("oauth2/code") Template code,
            @Location("oauth2/consent") Template consent,
            @Location("oauth2/broken") Template broken,
            PageTexts texts) {
        this.login = login;
        this.code = code;
        this.consent = consent;
        this.broken = broken;
        this.texts = texts;
    }

    /** @param email what was typed before, to be typed only once */
    Uni<String> login(Step.LogIn step, String ticket, String email, String language) {
        var words = texts.in(language);
        return login.data("texts", words)
                .data("title", words.get("loginTitle"))
                .data("lead", words.get("loginLead").replace("{application}", name(step.request())))
                .data("problem", step.problem().isEmpty() ? "" : words.get(step.problem()))
                .data("email", email)
                .data("ticket", ticket)
                .createUni();
    }

    Uni<String> code(Step.ShowCode step, String ticket, String language) {
        var words = texts.in(language);
        return code.data("texts", words)
                .data("title", words.get("codeTitle"))
                .data("problem", step.problem().isEmpty() ? "" : words.get(step.problem()))
                .data("challenge", step.challenge())
                .data("ticket", ticket)
                .createUni();
    }

    Uni<String> consent(Step.Ask step, String ticket, String language) {
        var words = texts.in(language);
        var title = words.get("consentTitle").replace("{application}", name(step.request()));
        return consent.data("texts", words)
                .data("title", title)
                .data("fullName", step.fullName())
                .data("email", step.email())
                .data("workspace", step.workspaceName())
                .data("scopes", scopes(words, step.scopes()))
                .data("address", step.request().redirectUri())
                .data("ticket", ticket)
                .createUni();
    }

    Uni<String> broken(Step.Broken step, String language) {
        var words = texts.in(language);
        return broken.data("texts", words)
                .data("title", words.get("brokenTitle"))
                .data("reason", words.get(step.reason()))
                .createUni();
    }

    private static List<String> scopes(Map<String, String> words, List<String> scopes) {
        return scopes.stream().map(scope -> PageTexts.scope(words, scope)).toList();
    }

    private static String name(AuthorizationRequest request) {
        return request.application().name();
    }
}
