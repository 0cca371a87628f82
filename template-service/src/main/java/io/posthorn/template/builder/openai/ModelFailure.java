package io.posthorn.template.builder.openai;

/** No answer that can be used. Its message never holds what was asked, what was answered, or a key. */
final class ModelFailure extends RuntimeException {
    ModelFailure(String what) {
        super(what);
    }
}
