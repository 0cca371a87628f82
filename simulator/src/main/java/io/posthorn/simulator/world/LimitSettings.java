package io.posthorn.simulator.world;

/**
 * Which of Meta's limits hold for sends; none, unless asked for.
 *
 * @param throughput whether a number takes at most as many messages a second as its level allows
 * @param pairRate whether a customer gets at most one message in six seconds from a number
 * @param messagingLimit whether templates reach at most as many customers a day as the number's tier allows
 * @param upgradeAt how many customers reached in a day bring a number of unlimited tier the high throughput
 * @param marketingPerDay how much marketing a customer gets in 24 hours; 0 for any amount
 * @param usMarketingPaused whether American customers get no marketing at all
 * @param experimentRate the share of customers who get no marketing because they are in an experiment
 * @param undeliverableRate the share of customers who are not on WhatsApp
 */
public record LimitSettings(
        boolean throughput,
        boolean pairRate,
        boolean messagingLimit,
        int upgradeAt,
        int marketingPerDay,
        boolean usMarketingPaused,
        double experimentRate,
        double undeliverableRate) {
    static final LimitSettings USUAL = new LimitSettings(false, false, false, 100_000, 0, false, 0, 0);

    public LimitSettings {
        Check.between("upgradeAt", upgradeAt, 1, 100_000);
        Check.between("marketingPerDay", marketingPerDay, 0, 100);
        Check.rate("experimentRate", experimentRate);
        Check.rate("undeliverableRate", undeliverableRate);
    }
}
