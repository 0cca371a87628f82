package io.posthorn.cloudapi.error;

import java.time.Duration;
import java.util.Optional;

/**
 * One row of Meta's errors.
 *
 * @param last the last code of a range, or the code itself
 * @param subcode tells rows of one code apart; most have none
 * @param title what Meta calls it
 * @param meaning why it happens
 * @param remedy one sentence for the person who has to do something about it
 * @param lasts how long the condition lasts, where that is known
 */
public record KnownError(
        int first,
        int last,
        Optional<Integer> subcode,
        String title,
        String meaning,
        ErrorClass errorClass,
        String remedy,
        Optional<Duration> lasts) {

    static KnownError row(int code, String title, String meaning, ErrorClass errorClass, String remedy) {
        return range(code, code, title, meaning, errorClass, remedy);
    }

    static KnownError range(int first, int last, String title, String meaning, ErrorClass errorClass, String remedy) {
        return new KnownError(first, last, Optional.empty(), title, meaning, errorClass, remedy, Optional.empty());
    }

    KnownError under(int subcode) {
        return new KnownError(first, last, Optional.of(subcode), title, meaning, errorClass, remedy, lasts);
    }

    KnownError waiting(Duration duration) {
        return new KnownError(first, last, subcode, title, meaning, errorClass, remedy, Optional.of(duration));
    }
}
