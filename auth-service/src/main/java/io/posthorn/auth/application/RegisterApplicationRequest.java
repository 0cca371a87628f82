package io.posthorn.auth.application;

import io.posthorn.auth.account.PlainName;
import io.posthorn.auth.oauth.ScopeText;
import io.posthorn.kit.caller.Role;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RegisterApplicationRequest(
        @NotNull @PlainName @Schema(examples = "Shop") String name,

        @Pattern(regexp = "confidential|public", message = "must be confidential or public")
        @Schema(
                description =
                        "public for what cannot keep a secret: apps on phones and pages in browsers. Default confidential",
                examples = "confidential")
        String type,

        @Size(max = 20, message = "must have at most 20 entries")
        @Schema(
                description =
                        "Compared letter by letter. https, or http to this very machine, or an app's own scheme with a dot",
                examples = "[\"https://shop.example/callback\"]")
        List<@NotNull String> redirectUris,

        @NotNull
        @Size(min = 1, max = 3, message = "must have 1 to 3 entries")
        @Schema(examples = "[\"authorization_code\",\"refresh_token\"]")
        List<
                        @NotNull
                        @Pattern(
                                regexp = "authorization_code|refresh_token|client_credentials",
                                message = "must be authorization_code, refresh_token or client_credentials")
                        String>
                grantTypes,

        @NotNull
        @Size(min = 1, max = 50, message = "must have 1 to 50 entries")
        @Schema(
                description =
                        "What it may ask for: openid, profile, email, offline_access (for refresh tokens), and <resource>:read "
                                + "or <resource>:write as for API keys",
                examples = "[\"openid\",\"offline_access\",\"messages:write\"]")
        List<
                        @NotNull
                        @Pattern(
                                regexp = ScopeText.FORM,
                                message =
                                        "must be like messages:read; applications manage no people, keys or applications")
                        String>
                scopes,

        @Pattern(regexp = "owner|admin|agent|viewer", message = "must be owner, admin, agent or viewer")
        @Schema(
                description =
                        "The highest role with which it acts, for whoever lets it; at most your own. Default agent",
                examples = "agent")
        String role) {
    ApplicationDraft toDraft() {
        var addresses = redirectUris == null ? List.<String>of() : redirectUris;
        var types = grantTypes.stream()
                .distinct()
                .map(word -> GrantType.named(word).orElseThrow())
                .toList();
        var draft = new ApplicationDraft(
                name.strip(),
                !"public".equals(type),
                IntStream.range(0, addresses.size())
                        .mapToObj(index -> address(index, addresses.get(index)))
                        .distinct()
                        .toList(),
                types,
                scopes.stream().distinct().toList(),
                role == null ? Role.AGENT : Role.named(role).orElseThrow());
        refuseContradictions(draft);
        return draft;
    }

    private static void refuseContradictions(ApplicationDraft draft) {
        var asksPeople = draft.grantTypes().contains(GrantType.AUTHORIZATION_CODE);
        if (asksPeople == draft.redirectUris().isEmpty()) {
            throw refused("/redirectUris", "contradiction", "are needed with authorization_code, and only then");
        }
        if (!asksPeople && draft.grantTypes().contains(GrantType.REFRESH_TOKEN)) {
            throw refused("/grantTypes", "contradiction", "refresh_token needs authorization_code");
        }
        if (!draft.confidential() && draft.grantTypes().contains(GrantType.CLIENT_CREDENTIALS)) {
            throw refused("/grantTypes", "contradiction", "client_credentials is for confidential applications");
        }
    }

    private static String address(int index, String typed) {
        return RedirectUri.parse(typed)
                .orElseThrow(() -> refused(
                        "/redirectUris/" + index,
                        "wrong_form",
                        "must be an address with https, or with http to this machine, or with a scheme of your own, without "
                                + "fragment and user"));
    }

    private static ProblemException refused(String pointer, String code, String message) {
        return new ProblemException(
                CommonProblems.INVALID, "1 thing(s) to correct", List.of(new Violation(pointer, code, message)));
    }
}
