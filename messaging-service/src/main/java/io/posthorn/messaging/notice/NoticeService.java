package io.posthorn.messaging.notice;

import io.posthorn.kit.caller.CurrentCaller;
import io.posthorn.kit.paging.Cursor;
import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.kit.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads notices. */
@ApplicationScoped
public class NoticeService {
    private final TenantTransaction tenant;
    private final NoticeStore notices;
    private final CurrentCaller caller;

    NoticeService(TenantTransaction tenant, NoticeStore notices, CurrentCaller caller) {
        this.tenant = tenant;
        this.notices = notices;
        this.caller = caller;
    }

    Uni<Page<NoticeView>> list(PageRequest page) {
        var workspace = caller.get().workspaceId();
        return tenant.connection(connection -> notices.page(connection, workspace, page))
                .map(rows -> Page.of(page, rows, last -> Cursor.of(last.id())))
                .map(found -> found.map(NoticeView::of));
    }
}
