package io.posthorn.admin.dashboard;

/** Things that are counted by the state they are in. */
enum CountedKind {
    CHANNEL("channel", "channels."),
    TEMPLATE("template", "templates.");

    private final String word;
    private final String counters;

    CountedKind(String word, String counters) {
        this.word = word;
        this.counters = counters;
    }

    /** As it stands in the table. */
    String word() {
        return word;
    }

    /** What the names of its counters begin with; the state follows. */
    String counters() {
        return counters;
    }
}
