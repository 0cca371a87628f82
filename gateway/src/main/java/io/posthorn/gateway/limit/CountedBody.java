package io.posthorn.gateway.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/**
 * What a JSON body says that counts. A body that cannot be read is counted as far as it goes; refusing it in good words is
 * left to the service that knows what it should have been.
 */
final class CountedBody {
    private static final JsonFactory JSON = new JsonFactory();

    private CountedBody() {}

    /** The items of the arrays in the outermost object: however a list is named or doubled, each item is paid. */
    static long items(Buffer body) {
        long items = 0;
        try (var json = open(body)) {
            while (json != null && json.nextToken() == JsonToken.FIELD_NAME) {
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                        items++;
                        json.skipChildren();
                    }
                }
                json.skipChildren();
            }
        } catch (IOException unreadable) {
            // counted as far as it went
        }
        return Math.max(1, items);
    }

    /** Null when there is no outermost object. */
    private static JsonParser open(Buffer body) throws IOException {
        if (body == null) {
            return null;
        }
        var json = JSON.createParser(body.getBytes());
        return json.nextToken() == JsonToken.START_OBJECT ? json : null;
    }
}
