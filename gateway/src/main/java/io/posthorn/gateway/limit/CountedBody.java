package io.posthorn.gateway.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

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

    /** The e-mail address of the account that is asked for, written in the one way that all its spellings share. */
    static Optional<String> account(Buffer body) {
        String account = null;
        try (var json = open(body)) {
            while (json != null && json.nextToken() == JsonToken.FIELD_NAME) {
                boolean email = "email".equals(json.currentName());
                if (json.nextToken() == JsonToken.VALUE_STRING && email) {
                    account = json.getText();
                }
                json.skipChildren();
            }
        } catch (IOException unreadable) {
            // then it names no account that a service could find
        }
        return Optional.ofNullable(account).map(CountedBody::folded).filter(folded -> !folded.isEmpty());
    }

    /** Null when there is no outermost object. */
    private static JsonParser open(Buffer body) throws IOException {
        if (body == null) {
            return null;
        }
        var json = JSON.createParser(body.getBytes());
        return json.nextToken() == JsonToken.START_OBJECT ? json : null;
    }

    private static String folded(String typed) {
        var lower = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = Normalizer.normalize(lower, Normalizer.Form.NFKC);
        int at = folded.lastIndexOf('@');
        try {
            return folded.substring(0, at + 1)
                    + IDN.toASCII(folded.substring(at + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return folded;
        }
    }
}
