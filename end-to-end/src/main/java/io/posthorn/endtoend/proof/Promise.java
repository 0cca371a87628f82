package io.posthorn.endtoend.proof;

/** What is promised, each in one word for when it was broken. */
public enum Promise {
    /** A client who does nothing wrong is heard. */
    REFUSED,
    /** What was accepted is sent or has a fate; what a customer wrote is there. */
    LOST,
    /** Nothing is there twice: not at Meta, not in the database. */
    DOUBLED,
    /** Nothing is there that nobody asked for. */
    INVENTED,
    /** The messages to one recipient arrive in the order in which they were accepted. */
    OVERTAKEN,
    /** A status is what Meta says; where nobody can know, it says so and why. */
    MISREPORTED,
    /** Only a call that was under way when something was killed may end as unknown. */
    TOO_OFTEN_UNKNOWN,
    /** Every event that was written is on Kafka. */
    EVENT_MISSING,
    /** The events of an aggregate are on Kafka in the order in which they were written. */
    EVENT_OVERTAKEN,
    /** Consumers take every event once, however often it comes. */
    COUNTED_WRONG,
    /** Who has lost a lane calls Meta no more; the limits of a number rest on that. */
    TWO_OWNERS,
    /** Some time after the last kill nothing is left to do. */
    UNSETTLED
}
