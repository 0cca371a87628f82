package io.posthorn.template.builder.openai;

/** What a model wants done: the name of a tool and its arguments, as it wrote them. */
record ToolCall(String name, String arguments) {}
