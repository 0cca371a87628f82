package io.posthorn.simulator.world;

/**
 * Chance that depends on nothing but seed and question: asking in another order, or from other threads, changes no
 * answer.
 */
public final class Dice {
    private static final double TO_UNIT = 0x1.0p-53;

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    /** True in about {@code rate} of all cases. */
    public boolean chance(double rate, String purpose, String subject) {
        return rate > 0 && (hash(purpose, subject) >>> 11) * TO_UNIT < rate;
    }

    /** A number from 0 up to the bound, without it. */
    public int below(int bound, String purpose, String subject) {
        return (int) Long.remainderUnsigned(hash(purpose, subject), bound);
    }

    /** So many digits that belong to the subject. */
    public String digits(int count, String purpose, String subject) {
        var digits = new StringBuilder(count);
        while (digits.length() < count) {
            digits.append(below(10, purpose + digits.length(), subject));
        }
        return digits.toString();
    }

    long hash(String purpose, String subject) {
        return mix(mix(seed ^ longHash(purpose)) + longHash(subject));
    }

    private static long longHash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
