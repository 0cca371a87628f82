package io.posthorn.auth.mail;

import java.util.Map;

/**
 * @param code what the reader brings back; null where there is nothing to bring
 * @param values what stands in the braces of its words
 */
public record Letter(LetterKind kind, Language language, String recipient, String code, Map<String, String> values) {
    @Override
    public String toString() {
        return "Letter[%s]".formatted(kind);
    }
}
