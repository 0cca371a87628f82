package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.Set;

/** One to three buttons, each of which answers with its id. */
final class ReplyButtons {
    private static final int MOST = 3;
    private static final int LONGEST_ID = 256;
    private static final int LONGEST_TITLE = 20;

    private ReplyButtons() {}

    static void check(Content action) {
        var ids = new Unique();
        var titles = new Unique();
        for (var button : action.items("buttons", 1, MOST)) {
            button.oneOf("type", Set.of("reply"));
            var reply = button.object("reply");
            var id = reply.text("id", LONGEST_ID);
            if (!id.equals(id.strip())) {
                throw reply.invalid("%s begins or ends with a space".formatted(reply.at("id")));
            }
            ids.add(reply, "id", id);
            titles.add(reply, "title", title(reply));
        }
    }

    private static String title(Content reply) {
        var title = reply.text("title", LONGEST_TITLE);
        if (title.isBlank()) {
            throw reply.invalid("%s is empty".formatted(reply.at("title")));
        }
        return title;
    }
}
