package io.posthorn.media.compatible;

import io.posthorn.contracts.ErrorCode;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.ProblemType;
import io.posthorn.kit.problem.Violation;
import java.util.List;

/** Refusals of this door; {@link GraphErrors} writes them as Meta does. */
final class GraphProblems {
    static final String PRODUCT_REQUIRED = "messaging_product_required";
    private static final ProblemType NO_NUMBER =
            new ProblemType(ErrorCode.CHANNEL_NOT_FOUND, 404, "There is no such number");

    private GraphProblems() {}

    static ProblemException noNumber(String phoneNumberId) {
        return new ProblemException(NO_NUMBER, "No number " + phoneNumberId);
    }

    static ProblemException withoutProduct() {
        var message = "Give messaging_product=whatsapp in the form";
        return new ProblemException(
                CommonProblems.MALFORMED,
                message,
                List.of(new Violation("/messaging_product", PRODUCT_REQUIRED, message)));
    }
}
