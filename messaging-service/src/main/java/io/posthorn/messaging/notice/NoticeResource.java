package io.posthorn.messaging.notice;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/webhook-notices")
@RolesAllowed("admin")
@Tag(name = "channels")
public class NoticeResource {
    private final NoticeService notices;

    NoticeResource(NoticeService notices) {
        this.notices = notices;
    }

    @GET
    @Operation(
            operationId = "listWebhookNotices",
            summary = "What Meta told of numbers, accounts, calls and the like, the latest first",
            description = "Everything that a webhook said and that is neither message nor status, kept for 90 days.")
    public Uni<Page<NoticeView>> list(@BeanParam PageRequest page) {
        return notices.list(page);
    }
}
