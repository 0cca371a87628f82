package io.posthorn.media.media;

import java.util.regex.Pattern;

/** A piece of a file, its last byte included. */
record ByteRange(long first, long last) {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /** What a client asked for: {@code range} is the whole file unless it is a piece, and null when the file has none such. */
    record Asked(ByteRange range, boolean isPiece) {
        boolean isUnsatisfiable() {
            return range == null;
        }
    }

    /** No range, several, and what is no range at all mean the whole file. */
    static Asked asked(String header, long size) {
        var range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Asked(new ByteRange(0, size - 1), false);
        }
        var suffix = range.group(1).isEmpty();
        var first = suffix ? Math.max(0, size - number(range.group(2), 0)) : number(range.group(1), 0);
        var last = suffix ? size - 1 : number(range.group(2), size - 1);
        if (last < first && first < size) {
            return new Asked(new ByteRange(0, size - 1), false); // not valid, which is not the same as not there
        }
        return first < size ? new Asked(new ByteRange(first, Math.min(last, size - 1)), true) : new Asked(null, false);
    }

    private static long number(String digits, long otherwise) {
        return digits.isEmpty() ? otherwise : Long.parseLong(digits);
    }

    long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} says it. */
    String within(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
