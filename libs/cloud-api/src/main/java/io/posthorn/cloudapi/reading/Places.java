package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.part.Place;

/** Reads points on the map; degrees are texts or numbers. */
final class Places {
    private Places() {}

    static Place read(Fields fields) {
        return new Place(
                fields.word("latitude").orElse(null),
                fields.word("longitude").orElse(null),
                fields.optional("name"),
                fields.optional("address"));
    }
}
