package io.posthorn.auth.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.kit.crypto.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SealedLetters {
    private final Envelope envelope;
    private final ObjectMapper json;

    SealedLetters(Envelope envelope, ObjectMapper json) {
        this.envelope = envelope;
        this.json = json;
    }

    byte[] seal(Letter letter, UUID id) {
        try {
            return envelope.seal(json.writeValueAsString(letter), name(id));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A letter cannot be written", impossible);
        }
    }

    Letter open(DueLetter letter) {
        try {
            return json.readValue(envelope.open(letter.sealed(), name(letter.id())), Letter.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Letter %s cannot be read".formatted(letter.id()));
        }
    }

    private static String name(UUID id) {
        return "letter/" + id;
    }
}
