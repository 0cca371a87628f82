package io.posthorn.simulator.interactive;

import io.posthorn.simulator.message.Content;
import java.util.function.Consumer;

/**
 * The rules of one kind of interactive message.
 *
 * @param action checks what there is to press
 */
record InteractiveKind(
        String name,
        HeaderRule header,
        int longestBody,
        boolean needsBody,
        boolean takesFooter,
        Consumer<Content> action) {
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_FOOTER = 60;

    /** With any header, a text of the usual length that has to be there, and a footer. */
    static InteractiveKind of(String name, Consumer<Content> action) {
        return new InteractiveKind(name, HeaderRule.ANY, LONGEST_BODY, true, true, action);
    }

    InteractiveKind with(HeaderRule rule) {
        return new InteractiveKind(name, rule, longestBody, needsBody, takesFooter, action);
    }

    InteractiveKind withBodyUpTo(int longest) {
        return new InteractiveKind(name, header, longest, needsBody, takesFooter, action);
    }

    InteractiveKind withOptionalBody() {
        return new InteractiveKind(name, header, longestBody, false, takesFooter, action);
    }

    InteractiveKind withoutFooter() {
        return new InteractiveKind(name, header, longestBody, needsBody, false, action);
    }

    void check(Content content) {
        header.check(content);
        checkBody(content);
        if (takesFooter) {
            content.optionalObject("footer").ifPresent(footer -> footer.text("text", LONGEST_FOOTER));
        } else {
            content.refuse("footer");
        }
        action.accept(content.object("action"));
    }

    private void checkBody(Content content) {
        if (needsBody) {
            content.object("body").text("text", longestBody);
        } else {
            content.optionalObject("body").ifPresent(body -> body.text("text", longestBody));
        }
    }
}
