package io.posthorn.endtoend.chaos;

import java.util.Random;

/** What can happen, and how often of a hundred. */
enum Disaster {
    MESSAGING_KILLED(50),
    DATABASE_BACKEND_KILLED(15),
    KAFKA_KILLED(10),
    REDIS_KILLED(10),
    META_RESETS(8),
    META_STALLS(7);

    private final int share;

    Disaster(int share) {
        this.share = share;
    }

    static Disaster pick(Random random) {
        int chance = random.nextInt(100);
        for (var disaster : values()) {
            chance -= disaster.share;
            if (chance < 0) {
                return disaster;
            }
        }
        return MESSAGING_KILLED;
    }
}
