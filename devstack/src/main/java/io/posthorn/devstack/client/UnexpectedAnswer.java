package io.posthorn.devstack.client;

/** A server answered, but not with what the caller can go on with. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswer(Answer answer, int wanted) {
        super("%s answered %d instead of %d%s".formatted(answer.request(), answer.status(), wanted, answer.problem()));
        this.status = answer.status();
    }

    public int status() {
        return status;
    }
}
