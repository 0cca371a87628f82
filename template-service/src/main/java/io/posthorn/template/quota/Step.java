package io.posthorn.template.quota;

/** What happens to a name in a language at an account. */
public record Step(Kind kind, String wabaId, String name, String language) {
    public enum Kind {
        CREATION,
        EDIT,
        DELETION
    }
}
