package io.posthorn.auth.authorization;

import java.net.URI;
import java.util.List;

/** What the browser sees next. */
sealed interface Step {
    /** A page for the person alone: who asks is not known well enough to be told anything. */
    record Broken(String reason) implements Step {}

    /** On to the application, with a code or a refusal. */
    record Back(URI location) implements Step {}

    /** @param problem the key of a text, empty for none */
    record LogIn(AuthorizationRequest request, String problem) implements Step {}

    /** @param challenge what the right password was answered with */
    record ShowCode(AuthorizationRequest request, String challenge, String problem) implements Step {}

    record Ask(
            AuthorizationRequest request,
            BrowserSession browser,
            String fullName,
            String email,
            String workspaceName,
            List<String> scopes)
            implements Step {}
}
