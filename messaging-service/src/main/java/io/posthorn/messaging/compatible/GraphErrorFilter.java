package io.posthorn.messaging.compatible;

import io.posthorn.cloudapi.error.WrittenError;
import io.posthorn.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whatever is refused behind this door is refused in Meta's words, also by what stands before it. */
public class GraphErrorFilter {
    private static final String DOOR = "/graph/";

    @ServerResponseFilter
    public void inMetasWords(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (path.startsWith(DOOR) && response.getEntity() instanceof Problem problem) {
            var error = problem.code().equals("channel_not_found")
                    ? WrittenError.unknownObject("post", path.split("/")[3], problem.traceId())
                    : GraphErrors.of(problem);
            response.setStatus(error.status());
            response.setEntity(error.body(), response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
