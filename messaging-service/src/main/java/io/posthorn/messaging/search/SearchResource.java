package io.posthorn.messaging.search;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.messaging.message.MessageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/messages/search")
@RolesAllowed("viewer")
@Tag(name = "messages")
public class SearchResource {
    private final SearchService search;

    SearchResource(SearchService search) {
        this.search = search;
    }

    @GET
    @Operation(
            operationId = "searchMessages",
            summary = "Messages that have all of the words, the latest first",
            description =
                    "Whole words of texts, captions and file names, in any order; neither case nor accents matter.")
    public Uni<Page<MessageView>> messages(
            @QueryParam("q") @Parameter(required = true, description = "Up to 200 characters", example = "order 17")
                    String words,
            @BeanParam PageRequest page) {
        return Uni.createFrom().item(() -> SearchWords.of(words)).chain(found -> search.messages(found, page));
    }
}
