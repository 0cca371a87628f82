package io.posthorn.messaging.health;

import io.posthorn.cloudapi.account.SubscribedApp;
import io.posthorn.cloudapi.number.NumberDetails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What Meta says of a number at this moment.
 *
 * @param token {@code accepted}, {@code refused}, or {@code unknown} when Meta gave no answer
 * @param problem why it could not be read
 * @param canSend {@code AVAILABLE}, {@code LIMITED} or {@code BLOCKED}
 * @param status Meta's word for the number's state, such as {@code CONNECTED}
 */
public record MetaView(
        String token,
        String problem,
        @Schema(nullable = true) String canSend,
        @Schema(nullable = true) String status,
        Webhooks webhooks) {

    /**
     * Where webhooks of the number go.
     *
     * @param state {@code ours}, {@code overridden} when they go to another address, {@code not_subscribed}, or {@code unknown}
     * @param actual the address that Meta names; null when it names none
     */
    public record Webhooks(
            String state,
            String expected,
            @Schema(nullable = true) String actual) {
        static Webhooks unknown(String expected) {
            return new Webhooks("unknown", expected, null);
        }

        static Webhooks of(String expected, NumberDetails details, List<SubscribedApp> apps) {
            if (apps.isEmpty()) {
                return new Webhooks("not_subscribed", expected, null);
            }
            var actual = address(details).or(() -> apps.stream()
                    .flatMap(app -> app.overrideCallbackUri().stream())
                    .findFirst());
            var state = actual.map(url -> url.equals(expected) ? "ours" : "overridden");
            return new Webhooks(state.orElse("unknown"), expected, actual.orElse(null));
        }

        /** A number's own address goes before the account's, and that before the app's. */
        private static Optional<String> address(NumberDetails details) {
            var configuration = details.raw().path("webhook_configuration");
            return Stream.of("phone_number", "whatsapp_business_account", "application")
                    .map(level -> configuration.path(level).asText(""))
                    .filter(url -> !url.isEmpty())
                    .findFirst();
        }
    }
}
