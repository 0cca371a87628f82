package io.posthorn.simulator.template;

/**
 * Whether a template can be used, and why not.
 *
 * @param reason why it was rejected, {@code NONE} otherwise
 * @param pauses how often bad quality paused it
 * @param waitsForPeople true when it was paused while its first sends were watched: only a call unpauses it
 */
public record Standing(TemplateStatus status, String reason, int pauses, boolean waitsForPeople) {
    static final Standing PENDING = new Standing(TemplateStatus.PENDING, Template.NO_REASON, 0, false);

    Standing becomes(TemplateStatus next, String why) {
        return new Standing(next, why, pauses, false);
    }

    public Standing paused() {
        return new Standing(TemplateStatus.PAUSED, Template.NO_REASON, pauses + 1, false);
    }

    public Standing pausedForPeople() {
        return new Standing(TemplateStatus.PAUSED, Template.NO_REASON, pauses, true);
    }
}
