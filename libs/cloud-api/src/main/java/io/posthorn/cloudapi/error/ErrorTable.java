package io.posthorn.cloudapi.error;

import static io.posthorn.cloudapi.error.ErrorClass.ACCOUNT;
import static io.posthorn.cloudapi.error.ErrorClass.NEVER;
import static io.posthorn.cloudapi.error.ErrorClass.RETRY;
import static io.posthorn.cloudapi.error.ErrorClass.TOKEN;
import static io.posthorn.cloudapi.error.ErrorClass.WAIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Meta's error codes, what to do after each, and what to tell people. Decided by code, never by HTTP status alone. */
public final class ErrorTable {
    private static final String UNKNOWN_REMEDY = "Look the code up in Meta's list of errors.";

    private static final List<KnownError> ROWS = Stream.of(
                    PlatformErrors.ROWS, MessagingErrors.ROWS, TemplateErrors.ROWS, NumberErrors.ROWS)
            .flatMap(List::stream)
            .toList();
    private static final NavigableMap<Integer, KnownError> BY_FIRST_CODE = byFirstCode();
    private static final Map<SubCode, KnownError> BY_SUBCODE = bySubcode();

    private record SubCode(int code, int subcode) {}

    private ErrorTable() {}

    /** Every row, as a person would read the table. */
    public static List<KnownError> rows() {
        return ROWS;
    }

    /** The row of a code; empty when the table does not know it. */
    public static Optional<KnownError> find(long code) {
        if (code < 0 || code > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var key = (int) code;
        return BY_FIRST_CODE.headMap(key, true).descendingMap().values().stream()
                .filter(row -> row.last() >= key)
                .findFirst();
    }

    /** The row of a subcode, or else the one of the code. */
    public static Optional<KnownError> find(long code, Optional<Integer> subcode) {
        return subcode.map(sub -> BY_SUBCODE.get(new SubCode((int) code, sub))).or(() -> find(code));
    }

    /** The class of a refusal; unknown codes are repeated only when Meta itself calls them passing. */
    static ErrorClass classify(GraphError error, int httpStatus) {
        var passing = error.isTransient() || httpStatus >= 500;
        return find(error.code(), error.subcode()).map(KnownError::errorClass).orElse(passing ? RETRY : NEVER);
    }

    /** The class of a refusal that says nothing else. */
    static ErrorClass classify(int httpStatus) {
        return switch (httpStatus) {
            case 401 -> TOKEN;
            case 403 -> ACCOUNT;
            case 429 -> WAIT;
            default -> NEVER;
        };
    }

    /** The class of an error that came by webhook, after Meta had accepted the message. */
    public static ErrorClass classify(long code) {
        return find(code).map(KnownError::errorClass).orElse(NEVER);
    }

    /** Our short name for a code; empty when the table does not know it. */
    public static Optional<String> title(long code) {
        return find(code).map(KnownError::title);
    }

    public static String remedy(long code) {
        return find(code).map(KnownError::remedy).orElse(UNKNOWN_REMEDY);
    }

    static String remedy(GraphError error) {
        return find(error.code(), error.subcode()).map(KnownError::remedy).orElse(UNKNOWN_REMEDY);
    }

    private static NavigableMap<Integer, KnownError> byFirstCode() {
        var rows = new TreeMap<Integer, KnownError>();
        ROWS.stream()
                .filter(row -> row.subcode().isEmpty())
                .forEach(row -> rows.merge(row.first(), row, ErrorTable::refuseDuplicate));
        return rows;
    }

    private static Map<SubCode, KnownError> bySubcode() {
        var rows = new HashMap<SubCode, KnownError>();
        ROWS.forEach(row -> row.subcode()
                .ifPresent(sub -> rows.merge(new SubCode(row.first(), sub), row, ErrorTable::refuseDuplicate)));
        return rows;
    }

    private static KnownError refuseDuplicate(KnownError one, KnownError other) {
        throw new IllegalStateException("Two rows for code " + Map.entry(one, other));
    }
}
