package io.posthorn.kit.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

record SessionStatements(Mutiny.Session session) implements Statements {
    @Override
    public Uni<List<String>> first(String sql, int columns, String... parameters) {
        var query = session.createNativeQuery(positional(sql), Object[].class);
        for (var index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query.getResultList()
                .map(rows -> rows.isEmpty()
                        ? null
                        : Arrays.stream(rows.getFirst()).map(String::valueOf).toList());
    }

    @Override
    public Uni<Void> execute(String sql, String... parameters) {
        return session.flush().chain(() -> {
            var query = session.createNativeQuery(positional(sql));
            for (var index = 0; index < parameters.length; index++) {
                query.setParameter(index + 1, parameters[index]);
            }
            return query.executeUpdate().replaceWithVoid();
        });
    }

    private static String positional(String sql) {
        return sql.replaceAll("\\$(\\d+)", "?$1");
    }
}
