package io.posthorn.messaging.meta;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Rows of Meta apps. */
@ApplicationScoped
public class MetaAppStore {
    /** The app that has this secret, made when it is new. */
    public Uni<UUID> appOf(SqlConnection connection, NewMetaApp app) {
        return connection
                .preparedQuery("""
                        insert into meta_app (workspace_id, id, app_key, secret_fingerprint, sealed_secret)
                        values ($1, $2, $3, $4, $5)
                        on conflict (workspace_id, secret_fingerprint) do update set app_key = meta_app.app_key
                        returning id""")
                .execute(Tuple.from(List.of(
                        app.workspaceId(),
                        app.id(),
                        app.appKey(),
                        Buffer.buffer(app.fingerprint()),
                        Buffer.buffer(app.sealedSecret()))))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    /** As worker: an app and the sealed verify tokens of its channels; null when the key is not known. */
    Uni<MetaApp> app(SqlConnection connection, String appKey) {
        return connection
                .preparedQuery("""
                        select a.id, a.sealed_secret, c.id as channel_id, c.sealed_verify_token
                        from meta_app a
                        left join channel c on c.workspace_id = a.workspace_id and c.app_id = a.id and c.status <> 'disconnected'
                        where a.app_key = $1""")
                .execute(Tuple.of(appKey))
                .map(rows -> rows.size() == 0 ? null : MetaApp.of(rows));
    }
}
