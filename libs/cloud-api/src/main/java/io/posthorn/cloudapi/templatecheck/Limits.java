package io.posthorn.cloudapi.templatecheck;

/** How long texts and lists of a template may be, in characters as people count them. */
public final class Limits {
    public static final int HEADER = 60;
    public static final int BODY = 1024;
    public static final int FOOTER = 60;
    public static final int BUTTONS = 10;
    public static final int BUTTON_TEXT = 25;

    private Limits() {}
}
