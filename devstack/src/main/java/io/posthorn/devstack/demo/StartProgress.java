package io.posthorn.devstack.demo;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import java.time.Duration;

/** Notes on the timeline what has started. */
record StartProgress(Timeline timeline) implements Progress {
    @Override
    public void ready(Part part, Duration after, long residentBytes) {
        timeline.note("%s is ready after %.1f s", part.label(), after.toMillis() / 1000.0);
    }

    @Override
    public void note(String text) {
        timeline.note("%s", text);
    }
}
