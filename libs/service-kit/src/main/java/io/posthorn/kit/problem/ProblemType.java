package io.posthorn.kit.problem;

import io.posthorn.contracts.ErrorCode;

/** One kind of refusal: its stable code, its HTTP status and its title. Kept in a catalogue per feature. */
public record ProblemType(ErrorCode code, int status, String title) {}
