package io.posthorn.devstack.stack;

import java.time.Duration;

/** Hears what happens while a stack starts and runs. */
public interface Progress {
    Progress SILENT = new Progress() {};

    default void ready(Part part, Duration after, long residentBytes) {}

    default void note(String text) {}
}
