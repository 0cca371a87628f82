package io.posthorn.messaging.health;

import io.posthorn.messaging.channel.ChannelStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is known of a channel's health.
 *
 * @param reason why it is not active, a word such as {@code token_invalid}; null when it is
 * @param detail the same for people, where there is more to say
 * @param next what to do next; null when there is nothing to do
 */
@Schema(example = """
                {"channelId": "01a1fc15-678b-7851-bc40-000000000014", "status": "needs-attention", "since": "2026-03-04T05:06:07Z",
                 "reason": "token_invalid", "detail": "Meta refused with code 190 (HTTP 401, trace Axyz)",
                 "next": "Give the number a new access token: POST /api/v1/channels/{id}/connect.",
                 "seen": {"lastWebhookAt": "2026-03-04T05:06:01Z", "lastCallAt": "2026-03-04T05:05:59Z",
                          "checkedAt": "2026-03-04T04:31:12Z", "nextCheckAt": null, "failuresInARow": 0},
                 "meta": {"token": "refused", "problem": "Meta refused with code 190 (HTTP 401, trace Axyz)",
                          "canSend": null, "status": null,
                          "webhooks": {"state": "unknown", "expected": "https://example.org/webhooks/whatsapp/3f9c", "actual": null}},
                 "standing": {"qualityRating": "GREEN", "messagingTier": "TIER_2K", "messagingLimit": 2000,
                              "reachedInADay": 12, "throughputLevel": "STANDARD", "callsPerSecond": 80},
                 "queue": {"byState": {"queued": 4}, "oldestWaitsSeconds": 61, "heldByReason": {"channel_needs_attention": 4},
                           "unknown": 0, "lane": {"state": "idle", "claimed": 0, "underWay": 0, "breaker": null}}}""")
public record ChannelHealthView(
        UUID channelId,
        ChannelStatus status,
        Instant since,
        String reason,
        String detail,
        String next,
        Seen seen,
        MetaView meta,
        Standing standing,
        Queue queue) {

    /**
     * When it was last heard of, used and looked at. The first two are written every few seconds only.
     *
     * @param nextCheckAt null when it is not looked at by itself any more
     */
    public record Seen(
            Instant lastWebhookAt,
            Instant lastCallAt,
            Instant checkedAt,
            @Schema(nullable = true) Instant nextCheckAt,
            int failuresInARow) {
        Seen withoutNextCheck() {
            return new Seen(lastWebhookAt, lastCallAt, checkedAt, null, failuresInARow);
        }
    }

    /**
     * What Meta thinks of the number and allows it, as last heard.
     *
     * @param messagingLimit how many people may be written to first in a day; null without a limit
     * @param reachedInADay how many were, by all numbers of the portfolio
     */
    public record Standing(
            String qualityRating,
            String messagingTier,
            Integer messagingLimit,
            int reachedInADay,
            String throughputLevel,
            int callsPerSecond) {}

    /**
     * @param byState messages that have to leave, by the state of their task
     * @param oldestWaitsSeconds for how long the oldest of those could have left already
     * @param heldByReason of the first 10 000
     * @param unknown messages of which nobody knows whether they were sent
     */
    public record Queue(
            Map<String, Long> byState,
            long oldestWaitsSeconds,
            Map<String, Long> heldByReason,
            long unknown,
            LaneView lane) {}

    /**
     * @param state {@code here}, {@code elsewhere} for another process, or {@code idle} for none
     * @param breaker {@code closed} or {@code open}; null when this process does not have the lane
     */
    public record LaneView(
            String state,
            int claimed,
            int underWay,
            @Schema(nullable = true) String breaker) {}
}
