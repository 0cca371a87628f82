package io.posthorn.media.media;

import java.util.Optional;
import java.util.regex.Pattern;

/** A piece of a file, its last byte included. */
record ByteRange(long first, long last) {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    static ByteRange all(long size) {
        return new ByteRange(0, size - 1);
    }

    /** Empty for none, for several, and for one that the file does not have: the whole file answers those. */
    static Optional<ByteRange> asked(String header, long size) {
        var range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        var first = range.group(1).isEmpty()
                ? Math.max(0, size - Long.parseLong(range.group(2)))
                : Long.parseLong(range.group(1));
        var last = range.group(1).isEmpty() || range.group(2).isEmpty()
                ? size - 1
                : Math.min(size - 1, Long.parseLong(range.group(2)));
        return first <= last ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} says it. */
    String within(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
