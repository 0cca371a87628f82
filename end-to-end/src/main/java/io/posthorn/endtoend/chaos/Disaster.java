package io.posthorn.endtoend.chaos;

/** What can happen. Only the end of a process is a kill; the rest disturbs and comes in between. */
public enum Disaster {
    /** One of two processes, while calls of its lanes are under way. */
    MESSAGING_KILLED(true),
    /** A connection's process, in the middle of a transaction; PostgreSQL takes it for a crash and recovers. */
    DATABASE_BACKEND_KILLED(true),
    /** While events wait to be published. */
    KAFKA_KILLED(true),
    /** While clients wait for answers. */
    REDIS_KILLED(true),
    /** A consumer of events, between their effects and the commit of their offsets: they come again. */
    ADMIN_KILLED(true),
    /** Connections to Meta break, before or after it has accepted. */
    META_RESETS(false),
    /** Meta does not answer, whether it has accepted or not. */
    META_STALLS(false),
    /** Requests are served, and the connections break instead of the answers. */
    ANSWERS_LOST(false),
    /** A maintenance lock holds transactions that have drawn their events' numbers, while later ones commit. */
    COMMITS_LATE(false),
    /** The owner of a lane with a backlog stands still until another has taken the lane over, and then goes on. */
    MESSAGING_FROZEN(false);

    private final boolean kill;

    Disaster(boolean kill) {
        this.kill = kill;
    }

    boolean isKill() {
        return kill;
    }
}
