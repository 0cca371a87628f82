package io.posthorn.simulator.reference;

import java.io.IOException;
import java.util.List;

/** One thing that the Cloud API does, and that a simulator of it can be asked for. */
record ReferenceItem(String id, String section, String text) {
    static List<ReferenceItem> all() throws IOException {
        return Csv.read("simulator-reference.csv").stream()
                .map(values -> new ReferenceItem(values.get(0), values.get(1), values.get(2)))
                .toList();
    }

    /** What people use most: sending, webhooks, templates and media. */
    boolean isCore() {
        return id.matches("[A-D]\\d.*");
    }
}
