package io.posthorn.messaging.limits;

import io.posthorn.messaging.channel.ChannelStatus;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;

/**
 * What a number may do now.
 *
 * @param callsPerSecond empty where Meta has told nothing particular
 * @param messagingLimit how many people its portfolio may write to first in a day; empty without a limit
 * @param heard messages that came in meanwhile: Meta counts them as well
 */
public record Allowance(
        ChannelStatus status, Optional<Integer> callsPerSecond, Optional<Integer> messagingLimit, int heard) {
    static Allowance of(Row row) {
        return new Allowance(
                ChannelStatus.ofColumn(row.getString("status")),
                Optional.ofNullable(row.getInteger("calls_per_second")),
                Optional.ofNullable(row.getInteger("messaging_limit")),
                row.getInteger("heard"));
    }
}
