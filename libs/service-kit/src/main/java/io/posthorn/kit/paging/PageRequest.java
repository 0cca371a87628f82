package io.posthorn.kit.paging;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The query parameters of a list, for use with {@code @BeanParam}. */
public class PageRequest {
    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    @QueryParam("limit")
    String limit;

    @QueryParam("cursor")
    String cursor;

    /** How many rows the client gets at most. */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("\\d{1,3}") && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= MAX_LIMIT) {
            return Integer.parseInt(limit);
        }
        throw new ProblemException(
                CommonProblems.INVALID_PARAMETER,
                "limit is a number from 1 to 100",
                List.of(new Violation("?limit", "out_of_range", "Give a number from 1 to 100")));
    }

    /** One more than the limit, to see whether there is a next page. */
    public int rowsToRead() {
        return limit() + 1;
    }

    /** Null on the first page. */
    public Cursor cursor() {
        return cursor == null || cursor.isEmpty() ? null : Cursor.decoded(cursor);
    }
}
