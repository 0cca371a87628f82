package io.posthorn.kit.paging;

import java.util.List;
import java.util.function.Function;

/** One page of a list. {@code nextCursor} is null on the last page. */
public record Page<T>(List<T> data, String nextCursor, boolean hasMore) {
    /** Makes a page of rows that were read with {@link PageRequest#rowsToRead()}. */
    public static <R> Page<R> of(PageRequest request, List<R> rows, Function<R, Cursor> cursor) {
        var more = rows.size() > request.limit();
        var data = more ? rows.subList(0, request.limit()) : rows;
        return new Page<>(List.copyOf(data), more ? cursor.apply(data.getLast()).encoded() : null, more);
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(data.stream().map(view).toList(), nextCursor, hasMore);
    }
}
