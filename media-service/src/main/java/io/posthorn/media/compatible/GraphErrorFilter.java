package io.posthorn.media.compatible;

import io.posthorn.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Whatever is refused behind this door is refused in Meta's words, also by what stands before it. */
public class GraphErrorFilter {
    private static final String DOOR = "/graph/";
    private static final int OBJECT = 3;

    @ServerResponseFilter
    public void inMetasWords(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (path.startsWith(DOOR) && response.getEntity() instanceof Problem problem) {
            var segments = path.split("/");
            var error = GraphErrors.of(problem, request.getMethod(), segments.length > OBJECT ? segments[OBJECT] : "");
            response.setStatus(error.status());
            response.setEntity(error.body(), response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
