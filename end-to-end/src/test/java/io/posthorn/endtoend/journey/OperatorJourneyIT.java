package io.posthorn.endtoend.journey;

import static io.posthorn.endtoend.journey.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Stack;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody becomes the first operator, and does what only operators may, through the public door. */
@ExtendWith(RunningStack.class)
class OperatorJourneyIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void looksAfterTheInstallationAndWorkspacesReadOfIt(Stack stack) {
        var gateway = stack.url(Part.GATEWAY);
        var operator = operator(stack);
        var ada = Account.register(gateway, "Engines");
        var user = ada.get("/api/v1/auth/me").path("user");

        assertThat(status(operator, "/api/v1/database/table-stats")).isEqualTo(200);
        assertThat(operator.get("/api/v1/operator/users?email="
                                + user.path("email").asText())
                        .path("data"))
                .hasSize(1);
        var acting = ada.withCredential(operator.post("/api/v1/operator/impersonations", impersonating(ada, user))
                .expect(201)
                .body()
                .path("accessToken")
                .asText());
        assertThat(status(acting, "/api/v1/contacts")).isEqualTo(200);
        assertThat(status(acting, "/api/v1/auth/me")).isEqualTo(403);
        assertThat(status(acting, "/api/v1/api-keys")).isEqualTo(403);
        await().until(() -> audited(ada, "impersonation.started"));

        operator.post(workspace(ada, "suspend"), Map.of("reason", "Unpaid")).expect(204);
        await().untilAsserted(() -> assertThat(Operations.documentedBy(stack).readingWithoutId())
                .filteredOn(operation -> operation.role() != null)
                .allSatisfy(operation -> assertThat(status(ada, operation.path()))
                        .as(operation.toString())
                        .isEqualTo(401)));
        assertThat(status(acting, "/api/v1/contacts")).isEqualTo(401);

        operator.post(workspace(ada, "resume"), Map.of()).expect(204);
        await().until(() -> audited(ada, "workspace.suspended"));
    }

    private static Account operator(Stack stack) {
        var email = "operator-%s@example.com".formatted(UUID.randomUUID());
        var gateway = stack.url(Part.GATEWAY);
        Account.register(gateway, "Operators", email, PASSWORD)
                .post("/api/v1/operator/claim", Map.of("token", stack.secrets().operatorClaim()))
                .expect(204);
        return await().until(
                        () -> Account.logIn(gateway, email, PASSWORD),
                        account -> status(account, "/api/v1/operator/users") == 200);
    }

    private static Map<String, Object> impersonating(Account account, JsonNode user) {
        return Map.of(
                "workspaceId",
                account.workspaceId(),
                "userId",
                user.path("id").asText(),
                "reason",
                "Ticket 4711",
                "minutes",
                5);
    }

    private static boolean audited(Account account, String action) {
        var logs = account.call("GET", "/api/v1/audit-logs?limit=100", Map.of(), null);
        return logs.status() == 200
                && logs.body().path("data").valueStream().anyMatch(entry -> entry.path("action")
                        .asText()
                        .equals(action));
    }

    private static int status(Account account, String path) {
        return account.call("GET", path, Map.of(), null).status();
    }

    private static String workspace(Account account, String what) {
        return "/api/v1/operator/workspaces/%s/%s".formatted(account.workspaceId(), what);
    }
}
