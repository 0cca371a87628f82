package io.posthorn.simulator.world;

/**
 * How the world treats message templates.
 *
 * @param reviewMillis how long a review takes, by the world's clock
 * @param automaticReview false leaves templates pending until the control API decides
 * @param creationsPerHour Meta allows 100
 * @param most how many templates the account may hold, each language counted
 */
public record TemplateSettings(int reviewMillis, boolean automaticReview, int creationsPerHour, int most) {
    private static final int A_WEEK = 7 * 24 * 3600 * 1000;
    static final TemplateSettings USUAL = new TemplateSettings(300, true, 100, 6000);

    public TemplateSettings {
        Check.between("reviewMillis", reviewMillis, 0, A_WEEK);
        Check.between("creationsPerHour", creationsPerHour, 1, 100_000);
        Check.between("most", most, 1, 6000);
    }
}
