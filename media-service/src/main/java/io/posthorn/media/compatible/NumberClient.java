package io.posthorn.media.compatible;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks messaging-service whose a number is. */
@ApplicationScoped
class NumberClient {
    private static final Pattern PHONE_NUMBER_ID = Pattern.compile("\\d{1,20}");

    private final NumberDirectory directory;

    NumberClient(@RestClient NumberDirectory directory) {
        this.directory = directory;
    }

    /** Fails unless the workspace has connected that number. */
    Uni<Void> require(UUID workspaceId, String phoneNumberId) {
        if (!PHONE_NUMBER_ID.matcher(phoneNumberId).matches()) {
            return Uni.createFrom().failure(GraphProblems.noNumber(phoneNumberId));
        }
        return directory
                .find(workspaceId, phoneNumberId)
                .replaceWithVoid()
                .onFailure()
                .transform(failure -> explained(failure, phoneNumberId));
    }

    private static ProblemException explained(Throwable failure, String phoneNumberId) {
        return failure instanceof WebApplicationException answer
                        && answer.getResponse().getStatus() == 404
                ? GraphProblems.noNumber(phoneNumberId)
                : new ProblemException(CommonProblems.UNAVAILABLE, "The number cannot be looked up just now", failure);
    }
}
