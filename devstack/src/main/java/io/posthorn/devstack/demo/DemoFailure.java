package io.posthorn.devstack.demo;

/** Something is not as it should be. The message says what, for the person who runs the demonstration. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
