package io.posthorn.simulator.world;

/**
 * How the world treats message templates.
 *
 * @param reviewMillis how long a review takes, by the world's clock; 0 answers with its result at once
 * @param automaticReview false leaves templates pending until the control API decides
 * @param creationsPerHour Meta allows 100
 * @param most how many templates the account may hold, each language counted: with Meta 6000, or 250 without verification
 * @param catalogConnected whether products can be shown
 * @param refuseEqualWordings whether the review rejects what says the same as another template
 * @param paceAfter after how many sends further ones of a new marketing template are held; 0 never holds any
 * @param portfolioPaceAfter the same for all templates together, as with portfolios that are young or under suspicion
 * @param pacingMillis how long they are held when nothing speaks against the template
 * @param marketingApi whether the account may use the marketing messages API
 * @param marketingOnCloudApi false is what Meta calls {@code disable_marketing_messages_on_cloud_api}
 * @param answerPaused whether a send of a paused template is accepted, says so, and fails by webhook; else it is refused
 * @param eventsAsInExamples whether webhooks look as Meta's own examples do where these differ from what it says: languages
 *     with a hyphen, quality under the field of statuses, other categories without the one before
 */
public record TemplateSettings(
        int reviewMillis,
        boolean automaticReview,
        int creationsPerHour,
        int most,
        boolean catalogConnected,
        boolean refuseEqualWordings,
        int paceAfter,
        int portfolioPaceAfter,
        int pacingMillis,
        boolean marketingApi,
        boolean marketingOnCloudApi,
        boolean answerPaused,
        boolean eventsAsInExamples) {
    private static final int A_WEEK = 7 * 24 * 3600 * 1000;
    private static final int HALF_AN_HOUR = 30 * 60 * 1000;
    static final TemplateSettings USUAL =
            new TemplateSettings(300, true, 100, 6000, true, false, 0, 0, HALF_AN_HOUR, true, true, false, false);

    public TemplateSettings {
        Check.between("reviewMillis", reviewMillis, 0, A_WEEK);
        Check.between("creationsPerHour", creationsPerHour, 1, 100_000);
        Check.between("most", most, 1, 6000);
        Check.between("paceAfter", paceAfter, 0, 1_000_000);
        Check.between("portfolioPaceAfter", portfolioPaceAfter, 0, 1_000_000);
        Check.between("pacingMillis", pacingMillis, 0, A_WEEK);
    }
}
