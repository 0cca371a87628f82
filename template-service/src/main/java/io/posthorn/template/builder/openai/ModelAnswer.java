package io.posthorn.template.builder.openai;

import java.util.List;

/**
 * What a model said.
 *
 * @param tokens used for question and answer; 0 where it did not say
 */
record ModelAnswer(String text, List<ToolCall> calls, long tokens) {
    ModelAnswer {
        calls = List.copyOf(calls);
    }
}
