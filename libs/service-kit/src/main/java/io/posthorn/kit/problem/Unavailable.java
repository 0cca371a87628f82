package io.posthorn.kit.problem;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;

/** Knows which failures only mean that a store is away for a moment, so that the client may try again. */
public final class Unavailable {
    /** Shutting down, full, out of time, or not letting us in, as while a password is changed. */
    private static final Set<String> NOT_NOW =
            Set.of("57P01", "57P02", "57P03", "53300", "25P03", "25P04", "28000", "28P01");

    private Unavailable() {}

    public static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException database && NOT_NOW.contains(database.getSqlState())) {
                return true;
            }
            if (cause instanceof ConnectException
                    || cause instanceof ClosedChannelException
                    || "io.vertx.core.http.ConnectionPoolTooBusyException"
                            .equals(cause.getClass().getName())
                    || "io.vertx.sqlclient.ClosedConnectionException"
                            .equals(cause.getClass().getName())) {
                return true;
            }
            var message = cause.getMessage();
            if (message != null
                    && (message.startsWith("Timeout waiting for connection")
                            || message.equals("Connection is closed"))) {
                return true;
            }
        }
        return false;
    }
}
