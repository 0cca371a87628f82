package io.posthorn.endtoend.journey;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.posthorn.devstack.demo.Play;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./posthorn demo} plays, on the stack that the other journeys use. */
@ExtendWith(RunningStack.class)
class DemoJourneyIT {
    @Test
    void customersAreAnsweredAndAListIsToldOnceEach(Stack stack) {
        var examples = Repository.ROOT.resolve("examples/demo");

        assertThatCode(() -> Play.perform(stack, examples)).doesNotThrowAnyException();
    }
}
