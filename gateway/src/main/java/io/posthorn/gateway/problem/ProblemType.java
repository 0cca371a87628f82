package io.posthorn.gateway.problem;

import io.posthorn.contracts.ErrorCode;

/** One kind of refusal: its stable code, its HTTP status and its title. */
public record ProblemType(ErrorCode code, int status, String title) {}
