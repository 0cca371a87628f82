package io.posthorn.endtoend.chaos;

import java.time.Duration;

/** Waiting for something that must come. */
final class Patience {
    private Patience() {}

    interface Check {
        boolean holds() throws Exception;
    }

    /** Looks again and again; what fails meanwhile has not happened yet. */
    static void until(String what, Duration limit, Check check) throws InterruptedException {
        if (!within(limit, check)) {
            throw new IllegalStateException("Waited %d s in vain for %s".formatted(limit.toSeconds(), what));
        }
    }

    static boolean within(Duration limit, Check check) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (passes(check)) {
                return true;
            }
            Thread.sleep(20);
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
