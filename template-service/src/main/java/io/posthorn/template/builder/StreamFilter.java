package io.posthorn.template.builder;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A stream that has begun cannot be refused any more, so a session that is not there is refused before. */
public class StreamFilter {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final BuilderService builder;

    StreamFilter(BuilderService builder) {
        this.builder = builder;
    }

    @OpensStream
    @ServerRequestFilter
    public Uni<Response> refuse(ContainerRequestContext request) {
        var id = request.getUriInfo().getPathParameters().getFirst("id");
        return UUID_TEXT.matcher(id).matches()
                ? builder.find(UUID.fromString(id)).replaceWith((Response) null)
                : Uni.createFrom().nullItem(); // what is no id is refused like anywhere else
    }
}
