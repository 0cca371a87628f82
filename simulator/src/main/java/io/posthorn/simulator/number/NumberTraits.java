package io.posthorn.simulator.number;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What Meta thinks of a number; the control API changes it.
 *
 * @param status null for the one that follows from registration
 * @param health AVAILABLE, LIMITED or BLOCKED; null for what follows from registration
 * @param sharedWithBusinessApp whether people answer with the WhatsApp Business app as well, which slows the number down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NumberTraits(
        String qualityRating,
        String status,
        String nameStatus,
        String newNameStatus,
        String throughput,
        String accountMode,
        String messagingLimit,
        boolean officialBusinessAccount,
        String health,
        boolean sharedWithBusinessApp) {
    static final NumberTraits USUAL =
            new NumberTraits("GREEN", null, "APPROVED", "NONE", "STANDARD", "LIVE", "TIER_2K", false, null, false);

    public NumberTraits {
        require("qualityRating", qualityRating, "GREEN|YELLOW|RED|UNKNOWN|NA");
        require(
                "status",
                status == null ? "PENDING" : status,
                "PENDING|CONNECTED|DISCONNECTED|FLAGGED|RESTRICTED|RATE_LIMITED|BANNED|MIGRATED|DELETED|UNVERIFIED|UNKNOWN");
        var nameStatuses = "APPROVED|AVAILABLE_WITHOUT_REVIEW|DECLINED|EXPIRED|PENDING_REVIEW|NONE";
        require("nameStatus", nameStatus, nameStatuses);
        require("newNameStatus", newNameStatus, nameStatuses);
        require("throughput", throughput, "STANDARD|HIGH|NOT_APPLICABLE");
        require("accountMode", accountMode, "LIVE|SANDBOX");
        require("messagingLimit", messagingLimit, "TIER_(50|250|1K|2K|10K|100K|UNLIMITED|NOT_SET)");
        require("health", health == null ? "AVAILABLE" : health, "AVAILABLE|LIMITED|BLOCKED");
    }

    public NumberTraits withThroughput(String level) {
        return new NumberTraits(
                qualityRating,
                status,
                nameStatus,
                newNameStatus,
                level,
                accountMode,
                messagingLimit,
                officialBusinessAccount,
                health,
                sharedWithBusinessApp);
    }

    public NumberTraits withMessagingLimit(String tier) {
        return new NumberTraits(
                qualityRating,
                status,
                nameStatus,
                newNameStatus,
                throughput,
                accountMode,
                tier,
                officialBusinessAccount,
                health,
                sharedWithBusinessApp);
    }

    private static void require(String name, String value, String allowed) {
        if (value == null || !value.matches(allowed)) {
            throw new IllegalArgumentException("%s is one of %s".formatted(name, allowed.replace("|", ", ")));
        }
    }
}
