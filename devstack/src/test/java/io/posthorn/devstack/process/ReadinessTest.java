package io.posthorn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void tellsTheEndOfALogWithoutStackFrames() {
        var log = List.of("starting", "java.lang.Exception: boom", "\tat A.a(A.java:1)", "\tat B.b(B.java:2)");

        assertThat(Readiness.telling(log)).containsExactly("starting", "java.lang.Exception: boom");
    }

    @Test
    void prefersAnErrorFurtherUpToAnIdleEnd() {
        var log = new ArrayList<String>();
        log.add("ERROR no such host");
        log.addAll(Collections.nCopies(30, "still here"));

        assertThat(Readiness.telling(log)).containsExactly("ERROR no such host");
    }
}
