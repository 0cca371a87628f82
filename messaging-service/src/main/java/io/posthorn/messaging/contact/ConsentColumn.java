package io.posthorn.messaging.contact;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class ConsentColumn implements AttributeConverter<Consent, String> {
    @Override
    public String convertToDatabaseColumn(Consent consent) {
        return consent == null ? null : consent.word();
    }

    @Override
    public Consent convertToEntityAttribute(String word) {
        return word == null ? null : Consent.ofWord(word);
    }
}
