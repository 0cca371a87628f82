/** Lists by key, never by offset: {@code limit} 1 to 100, an opaque {@code cursor}, {@code {data, nextCursor, hasMore}}. */
package io.posthorn.kit.paging;
