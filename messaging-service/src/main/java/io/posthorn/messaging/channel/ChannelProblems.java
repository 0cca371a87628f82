package io.posthorn.messaging.channel;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

public final class ChannelProblems {
    public static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.CHANNEL_NOT_FOUND, 404, "Channel not found");
    public static final ProblemType NUMBER_TAKEN =
            new ProblemType(ErrorCode.PHONE_NUMBER_ID_TAKEN, 409, "This number cannot be connected");
    public static final ProblemType NOT_ACTIVE =
            new ProblemType(ErrorCode.CHANNEL_NOT_ACTIVE, 409, "This channel is not active");
    public static final ProblemType NOT_VERIFIED =
            new ProblemType(ErrorCode.CHANNEL_NOT_VERIFIED, 422, "Meta did not accept these credentials");
    public static final ProblemType META_AWAY =
            new ProblemType(ErrorCode.EXTERNAL_SERVICE, 502, "Meta could not be reached");

    private ChannelProblems() {}
}
