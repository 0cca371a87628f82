package io.posthorn.kit.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;

record ConnectionStatements(SqlConnection connection) implements Statements {
    @Override
    public Uni<List<String>> first(String sql, int columns, String... parameters) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.tuple(java.util.Arrays.<Object>asList((Object[]) parameters)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    var row = rows.iterator().next();
                    return IntStream.range(0, columns).mapToObj(row::getString).toList();
                });
    }

    @Override
    public Uni<Void> execute(String sql, String... parameters) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.tuple(java.util.Arrays.<Object>asList((Object[]) parameters)))
                .replaceWithVoid();
    }
}
