package io.posthorn.simulator.world;

import java.util.Map;
import java.util.Set;

/**
 * How the world posts webhooks.
 *
 * @param batchSize at most this many updates in one body
 * @param lingerMillis how long an update waits for company
 * @param retryMillis the first pause between attempts, doubled each time, by the world's clock; 0 never retries
 * @param reorderMillis an update chosen for reordering waits up to this long
 * @param queueLimit updates waiting or being retried; further ones are lost, and logged as such
 * @param priceCategories what prices are told as, for those that Meta tells otherwise: {@code authentication} as {@code
 *     authentication_international}, for instance
 */
public record WebhookSettings(
        WebhookForm form,
        int batchSize,
        int lingerMillis,
        int concurrency,
        int timeoutMillis,
        int retryMillis,
        double duplicateRate,
        double reorderRate,
        int reorderMillis,
        double dropRate,
        int queueLimit,
        Map<String, String> priceCategories,
        TlsSettings tls) {
    private static final Set<String> CATEGORIES = Set.of(
            "marketing",
            "utility",
            "authentication",
            "authentication_international",
            "service",
            "marketing_lite",
            "referral_conversion",
            "group_marketing",
            "group_utility",
            "group_service",
            "general_purpose_ai");
    static final WebhookSettings USUAL = new WebhookSettings(
            WebhookForm.OF_2026, 50, 4, 8, 10_000, 500, 0, 0, 200, 0, 50_000, Map.of(), TlsSettings.USUAL);

    public WebhookSettings {
        Check.between("batchSize", batchSize, 1, 1000);
        Check.between("lingerMillis", lingerMillis, 0, 60_000);
        Check.between("concurrency", concurrency, 1, 64);
        Check.between("timeoutMillis", timeoutMillis, 10, 120_000);
        Check.between("retryMillis", retryMillis, 0, 3_600_000);
        Check.rate("duplicateRate", duplicateRate);
        Check.rate("reorderRate", reorderRate);
        Check.between("reorderMillis", reorderMillis, 1, 60_000);
        Check.rate("dropRate", dropRate);
        Check.between("queueLimit", queueLimit, 1, 1_000_000);
        priceCategories = priceCategories == null ? Map.of() : Map.copyOf(priceCategories);
        tls = tls == null ? TlsSettings.USUAL : tls;
        if (!CATEGORIES.containsAll(priceCategories.keySet()) || !CATEGORIES.containsAll(priceCategories.values())) {
            throw new IllegalArgumentException("priceCategories are any of " + String.join(", ", CATEGORIES));
        }
    }
}
