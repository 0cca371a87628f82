package io.posthorn.template.template;

import io.posthorn.cloudapi.template.TemplateLanguages;
import java.util.List;
import java.util.Locale;

/** Codes of languages as Meta writes them, with their names in English. */
record LanguagesView(List<Language> data) {
    static final LanguagesView ALL = new LanguagesView(
            TemplateLanguages.codes().stream().sorted().map(Language::of).toList());

    record Language(String code, String name) {
        private static Language of(String code) {
            return new Language(
                    code, Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(Locale.ENGLISH));
        }
    }
}
