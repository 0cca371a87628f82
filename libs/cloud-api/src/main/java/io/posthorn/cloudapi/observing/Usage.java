package io.posthorn.cloudapi.observing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of Meta's call quotas is used, in percent, as the headers of an answer tell.
 *
 * @param app of the app, over all accounts
 * @param accounts of each WhatsApp account that the call concerned
 */
public record Usage(Optional<Share> app, List<AccountShare> accounts) {
    public static final Usage UNKNOWN = new Usage(Optional.empty(), List.of());
    public static final String APP_HEADER = "x-app-usage";
    public static final String ACCOUNT_HEADER = "x-business-use-case-usage";

    private static final int MOST_ACCOUNTS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    public record Share(int calls, int processorTime, int totalTime) {
        static Share of(JsonNode json) {
            return new Share(
                    json.path("call_count").asInt(),
                    json.path("total_cputime").asInt(),
                    json.path("total_time").asInt());
        }

        int fullest() {
            return IntStream.of(calls, processorTime, totalTime).max().orElse(0);
        }
    }

    /**
     * The part of one account.
     *
     * @param regainAfter until calls are taken again; zero when they are taken
     */
    public record AccountShare(String accountId, String type, Share share, Duration regainAfter) {}

    public static Usage of(String appHeader, String accountHeader) {
        if (appHeader == null && accountHeader == null) {
            return UNKNOWN;
        }
        var app = Optional.of(read(appHeader)).filter(JsonNode::isObject).map(Share::of);
        var accounts = read(accountHeader)
                .propertyStream()
                .flatMap(account -> shares(account.getKey(), account.getValue()))
                .limit(MOST_ACCOUNTS)
                .toList();
        return new Usage(app, accounts);
    }

    /** The highest of all numbers; at 100 Meta refuses calls. */
    public OptionalInt fullest() {
        return Stream.concat(app.stream(), accounts.stream().map(AccountShare::share))
                .mapToInt(Share::fullest)
                .max();
    }

    /** Until calls are taken again, when a quota is used up. */
    public Optional<Duration> regainAfter() {
        return accounts.stream()
                .map(AccountShare::regainAfter)
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }

    private static Stream<AccountShare> shares(String accountId, JsonNode list) {
        return list.valueStream()
                .map(json -> new AccountShare(
                        accountId,
                        json.path("type").asText(""),
                        Share.of(json),
                        Duration.ofMinutes(Math.max(
                                0, json.path("estimated_time_to_regain_access").asInt()))));
    }

    private static JsonNode read(String header) {
        try {
            return header == null ? MissingNode.getInstance() : JSON.readTree(header);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
