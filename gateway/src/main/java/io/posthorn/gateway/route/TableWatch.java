package io.posthorn.gateway.route;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes a new table as soon as its file was saved. One that cannot hold is told of once, and the one before goes on. */
@Singleton
class TableWatch {
    private static final Logger LOG = Logger.getLogger(TableWatch.class);

    private final TableFile file;
    private final Table table;
    private final TableConfig config;
    private final Event<TableReplaced> news;
    private final Vertx vertx;
    private Optional<String> seen;

    TableWatch(TableFile file, Table table, TableConfig config, Event<TableReplaced> news, Vertx vertx) {
        this.file = file;
        this.table = table;
        this.config = config;
        this.news = news;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent event) {
        seen = file.read();
        if (seen.isPresent()) {
            vertx.setPeriodic(config.every().toMillis(), tick -> vertx.executeBlocking(this::look, true)
                    .onFailure(failure -> LOG.errorf("The route table cannot be read: %s", failure.getMessage())));
        }
    }

    private Void look() {
        var now = file.read();
        if (!now.equals(seen)) {
            seen = now;
            now.ifPresent(this::replace);
        }
        return null;
    }

    private void replace(String text) {
        try {
            table.replace(TableFile.over(text));
            news.fire(new TableReplaced(table.upstreams()));
            LOG.info("The route table was replaced");
        } catch (RuntimeException unusable) {
            LOG.errorf("The route table cannot be used, the one before it holds on: %s", unusable.getMessage());
        }
    }
}
