package io.posthorn.template.template;

/** Meta's words for why a template cannot be sent, with what helps. */
final class Reasons {
    private Reasons() {}

    /** Null where nothing has to be done. */
    static String advice(TemplateStatus status, String reason) {
        return switch (status) {
            case REJECTED -> rejected(reason == null ? "" : reason);
            case PAUSED ->
                "People blocked or reported it. Meta lifts the pause after 3 hours, the second after 6, and disables it at the third:"
                        + " send it to people who expect it, and write how to stop it";
            case DISABLED -> "It will not come back: write another one under a new name";
            case DRAFT, SUBMITTING, PENDING, APPROVED, DELETED -> null;
        };
    }

    private static String rejected(String reason) {
        return switch (reason) {
            case "ABUSIVE_CONTENT" -> "Take out threats, insults and whatever WhatsApp's policy forbids";
            case "INCORRECT_CATEGORY" -> "Choose the category that the words belong to: what advertises is MARKETING";
            case "INVALID_FORMAT" ->
                "Look at variables side by side, at odd characters and at links, and write examples that could be real";
            case "PROMOTIONAL" -> "Take out what advertises, or choose the category MARKETING";
            case "SCAM" -> "Say who writes and why, link to your own domain, and ask for no card or account numbers";
            case "TAG_CONTENT_MISMATCH" ->
                "Language or category and the words do not fit: check both, and whether texts are mixed";
            default ->
                "Meta says no more. Check the words against WhatsApp's policy, change them and submit again, or appeal in"
                        + " WhatsApp Manager";
        };
    }
}
