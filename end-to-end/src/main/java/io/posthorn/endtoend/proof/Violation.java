package io.posthorn.endtoend.proof;

/** A promise that was broken, and where. */
public record Violation(Promise broken, String what) {
    @Override
    public String toString() {
        return broken + ": " + what;
    }
}
