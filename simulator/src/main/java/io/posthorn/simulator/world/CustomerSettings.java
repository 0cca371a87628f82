package io.posthorn.simulator.world;

/**
 * What customers do by themselves.
 *
 * @param pressRate how many of those who get a template with quick replies press one
 * @param pressAfterMillis how long they take after it was delivered, by the world's clock
 */
public record CustomerSettings(double pressRate, int pressAfterMillis) {
    private static final int A_WEEK = 7 * 24 * 3600 * 1000;
    static final CustomerSettings USUAL = new CustomerSettings(0, 100);

    public CustomerSettings {
        Check.rate("pressRate", pressRate);
        Check.between("pressAfterMillis", pressAfterMillis, 0, A_WEEK);
    }
}
