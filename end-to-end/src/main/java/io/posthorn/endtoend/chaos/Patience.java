package io.posthorn.endtoend.chaos;

import java.time.Duration;

/** Waiting for something that must come. */
final class Patience {
    private static final int MILLIS_BETWEEN_LOOKS = 250;
    private static final int MILLIS_BETWEEN_CLOSE_LOOKS = 20;

    private Patience() {}

    interface Check {
        boolean holds() throws Exception;
    }

    static void until(String what, Duration limit, Check check) throws InterruptedException {
        if (!within(limit, check)) {
            throw new IllegalStateException("Waited %d s in vain for %s".formatted(limit.toSeconds(), what));
        }
    }

    /** Looks again and again; what fails meanwhile has not happened yet. */
    static boolean within(Duration limit, Check check) throws InterruptedException {
        return look(limit, MILLIS_BETWEEN_LOOKS, check);
    }

    /** For what lasts for a moment only. */
    static boolean catches(Duration limit, Check check) throws InterruptedException {
        return look(limit, MILLIS_BETWEEN_CLOSE_LOOKS, check);
    }

    private static boolean look(Duration limit, int millis, Check check) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (passes(check)) {
                return true;
            }
            Thread.sleep(millis);
        }
        return false;
    }

    private static boolean passes(Check check) throws InterruptedException {
        try {
            return check.holds();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception notYet) {
            return false;
        }
    }
}
