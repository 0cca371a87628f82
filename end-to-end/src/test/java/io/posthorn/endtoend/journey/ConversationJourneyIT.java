package io.posthorn.endtoend.journey;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.posthorn.devstack.demo.Play;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.endtoend.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class ConversationJourneyIT {
    @Test
    void customersWriteAreAnsweredAndReadAndTheBooksAgree(Stack stack) {
        var conversations = Repository.ROOT.resolve("examples/demo/conversations.jsonl");

        assertThatCode(() -> Play.perform(stack, conversations)).doesNotThrowAnyException();
    }
}
