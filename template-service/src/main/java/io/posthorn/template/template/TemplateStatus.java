package io.posthorn.template.template;

import java.util.Locale;

/** How far a template has come. */
enum TemplateStatus {
    DRAFT;

    /** The word on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
