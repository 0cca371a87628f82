package io.posthorn.simulator.world;

/**
 * What customers do by themselves, and how much is told about them.
 *
 * @param pressRate how many of those who get a template with quick replies press one
 * @param pressAfterMillis how long they take after it was delivered, by the world's clock
 * @param contactBook whether the portfolio collects phone numbers that were shown, as Meta does unless told otherwise
 * @param parentUserIds whether the portfolio is enrolled for user ids that several portfolios share
 * @param nationalIds whether Mexican and Brazilian numbers are known under an id with a digit more or less than the number
 */
public record CustomerSettings(
        double pressRate, int pressAfterMillis, boolean contactBook, boolean parentUserIds, boolean nationalIds) {
    private static final int A_WEEK = 7 * 24 * 3600 * 1000;
    static final CustomerSettings USUAL = new CustomerSettings(0, 100, true, false, false);

    public CustomerSettings {
        Check.rate("pressRate", pressRate);
        Check.between("pressAfterMillis", pressAfterMillis, 0, A_WEEK);
    }
}
