package io.posthorn.messaging.sending;

/** So many calls a second and no burst above a twentieth of it. Time is given in nanoseconds, so tests need no clock. */
final class Pace {
    private final double perNano;
    private final double burst;
    private double saved;
    private long countedAt;

    Pace(int perSecond, long now) {
        this.perNano = perSecond / 1e9;
        this.burst = Math.max(1, perSecond / 20.0);
        this.saved = burst;
        this.countedAt = now;
    }

    /** How many calls may go now. */
    int allowed(long now) {
        saved = Math.min(burst, saved + (now - countedAt) * perNano);
        countedAt = now;
        return (int) saved;
    }

    void used(int calls) {
        saved -= calls;
    }
}
