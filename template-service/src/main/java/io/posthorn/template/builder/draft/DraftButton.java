package io.posthorn.template.builder.draft;

/**
 * A button of a draft.
 *
 * @param target an address or a telephone number; null for a quick reply, or while nobody has said it
 * @param example what the variable at the end of an address may look like
 */
public record DraftButton(Kind kind, String text, String target, String example) {
    public enum Kind {
        QUICK_REPLY,
        URL,
        PHONE_NUMBER
    }

    public static DraftButton quickReply(String text) {
        return new DraftButton(Kind.QUICK_REPLY, text, null, null);
    }

    public static DraftButton url(String text, String url) {
        return new DraftButton(Kind.URL, text, url, null);
    }

    public static DraftButton phoneNumber(String text, String number) {
        return new DraftButton(Kind.PHONE_NUMBER, text, number, null);
    }

    DraftButton named(String label) {
        return new DraftButton(kind, label, target, example);
    }

    DraftButton leadingTo(Kind toWhat, String where) {
        return new DraftButton(toWhat, text, where, null);
    }

    DraftButton withExample(String shown) {
        return new DraftButton(kind, text, target, shown);
    }

    public boolean lacksTarget() {
        return kind != Kind.QUICK_REPLY && (target == null || target.isBlank());
    }
}
