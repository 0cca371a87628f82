package io.posthorn.cloudapi.observing;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/** Hears of every call, without what identifies anybody: no token, no number, no address. */
public interface CallListener {
    CallListener NONE = new CallListener() {
        @Override
        public void ended(Report report) {}

        @Override
        public void repeated(String operation) {}

        @Override
        public void watch(IntSupplier openBreakers) {}
    };

    enum Outcome {
        ACCEPTED,
        REFUSED,
        UNREACHABLE,
        NO_ANSWER,
        /** Not made, because Meta has not answered for this number. */
        HELD_BACK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One exchange.
     *
     * @param operation what was done, one of a small fixed set
     * @param code Meta's error code
     */
    record Report(String operation, Outcome outcome, OptionalInt code, Duration took, Usage usage) {}

    void ended(Report report);

    /** A call is made again because the one before failed and it does no harm twice. */
    void repeated(String operation);

    /** Once, at the start: how many numbers' calls are held back. */
    void watch(IntSupplier openBreakers);
}
