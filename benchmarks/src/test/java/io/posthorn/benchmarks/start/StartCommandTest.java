package io.posthorn.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.stack.Part;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartCommandTest {
    @Test
    void takesTheMiddleOfSeveralStarts() {
        assertThat(StartCommand.median(List.of(3.0, 1.0, 200.0))).isEqualTo(3.0);
        assertThat(StartCommand.median(List.of(4.0, 1.0))).isEqualTo(2.5);
    }

    @Test
    void remembersTheLastStartOfEachPart() {
        var starts = new StartTimes();

        starts.ready(Part.AUTH, Duration.ofSeconds(2), 0);
        starts.ready(Part.ADMIN, Duration.ofSeconds(3), 0);
        starts.ready(Part.AUTH, Duration.ofMillis(900), 0);

        assertThat(starts.millis(Part.AUTH)).isEqualTo(900.0);
    }
}
