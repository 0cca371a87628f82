package io.posthorn.devstack.process;

import java.util.List;

/** Something of the stack cannot run. The message is written for the person at the terminal: what, why and what to do. */
public class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same message followed by the last lines of a log, indented. */
    public static StartFailure withLog(String message, List<String> lines) {
        if (lines.isEmpty()) {
            return new StartFailure(message);
        }
        return new StartFailure(
                message + System.lineSeparator() + "    " + String.join(System.lineSeparator() + "    ", lines));
    }
}
