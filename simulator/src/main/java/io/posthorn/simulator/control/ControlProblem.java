package io.posthorn.simulator.control;

/** Why the control API refuses; becomes {@code application/problem+json}. */
public final class ControlProblem extends RuntimeException {
    private final int status;
    private final String code;

    private ControlProblem(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public static ControlProblem malformed(String detail) {
        return new ControlProblem(400, "malformed_request", detail);
    }

    public static ControlProblem notFound(String detail) {
        return new ControlProblem(404, "not_found", detail);
    }

    public static ControlProblem full(String detail) {
        return new ControlProblem(409, "limit_reached", detail);
    }

    public static ControlProblem unsupportedType(String detail) {
        return new ControlProblem(415, "unsupported_media_type", detail);
    }

    /** Well-formed, but against a rule. */
    public static ControlProblem refused(String code, String detail) {
        return new ControlProblem(422, code, detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
