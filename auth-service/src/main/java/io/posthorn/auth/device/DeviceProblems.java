package io.posthorn.auth.device;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class DeviceProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.SESSION_NOT_FOUND, 404, "Session not found");

    private DeviceProblems() {}
}
