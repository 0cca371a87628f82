package io.posthorn.gateway.route;

/** Who is still let in when there is too much to do: the share of the room that may be taken before each of these must wait. */
public enum Priority {
    /** Meta's: whoever is not answered soon repeats, and in the end turns away. */
    WEBHOOKS(1),
    SENDS(0.9),
    READS(0.75),
    EXPORTS(0.5);

    private final double share;

    Priority(double share) {
        this.share = share;
    }

    public int of(int room) {
        return (int) Math.ceil(room * share);
    }
}
