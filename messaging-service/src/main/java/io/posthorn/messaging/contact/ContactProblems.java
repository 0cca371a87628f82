package io.posthorn.messaging.contact;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.ProblemType;

final class ContactProblems {
    static final ProblemType NOT_FOUND = new ProblemType(ErrorCode.CONTACT_NOT_FOUND, 404, "Contact not found");

    private ContactProblems() {}
}
