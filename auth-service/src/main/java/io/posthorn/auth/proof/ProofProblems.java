package io.posthorn.auth.proof;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

public final class ProofProblems {
    public static final ProblemType INVALID =
            new ProblemType(ErrorCode.PROOF_INVALID, 422, "The code from the letter is not valid");

    private ProofProblems() {}
}
