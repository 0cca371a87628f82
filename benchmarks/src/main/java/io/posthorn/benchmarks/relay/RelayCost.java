package io.posthorn.benchmarks.relay;

import io.posthorn.benchmarks.measure.CpuTime;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of the process that relays and of PostgreSQL's processes that serve its connections: what relaying costs,
 * without what appending costs.
 */
final class RelayCost {
    static final String PROCESS = "process";
    static final String DATABASE = "database";

    private final Administrator database;
    private final String connections;
    private final CpuTime process;
    private final Map<Long, Double> before;

    private RelayCost(Administrator database, String connections, ProcessHandle process) throws SQLException {
        this.database = database;
        this.connections = connections;
        this.before = backends();
        this.process = CpuTime.of(Map.of(PROCESS, process));
    }

    static RelayCost from(Administrator database, OutboxTable table, ProcessHandle process) throws SQLException {
        return new RelayCost(database, table.relaysConnections(), process);
    }

    /** Seconds since this was made. A connection that is new counts from its beginning. */
    Map<String, Double> used() throws SQLException {
        var used = new LinkedHashMap<>(process.used());
        double inDatabase = 0;
        for (var backend : backends().entrySet()) {
            inDatabase += backend.getValue() - before.getOrDefault(backend.getKey(), 0.0);
        }
        used.put(DATABASE, inDatabase);
        return used;
    }

    private Map<Long, Double> backends() throws SQLException {
        var seconds = new LinkedHashMap<Long, Double>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pid from pg_stat_activity where " + connections)) {
            while (rows.next()) {
                long pid = rows.getLong("pid");
                ProcessHandle.of(pid)
                        .flatMap(backend -> backend.info().totalCpuDuration())
                        .ifPresent(time -> seconds.put(pid, time.toNanos() / 1e9));
            }
        }
        return seconds;
    }
}
