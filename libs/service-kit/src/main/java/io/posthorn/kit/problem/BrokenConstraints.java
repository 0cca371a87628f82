package io.posthorn.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Reads Jakarta Validation's findings as pointers into the request. */
public final class BrokenConstraints {
    private BrokenConstraints() {}

    public static ProblemException problem(ConstraintViolationException broken) {
        var violations = broken.getConstraintViolations().stream()
                .map(BrokenConstraints::violation)
                .sorted((one, other) -> one.pointer().compareTo(other.pointer()))
                .toList();
        return new ProblemException(
                CommonProblems.INVALID, "%d thing(s) to correct".formatted(violations.size()), violations);
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        var constraint = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var code = constraint.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return new Violation(pointer(broken.getPropertyPath()), code, broken.getMessage());
    }

    /** Leaves out the method and, for a body, the parameter: {@code create.request.text.body} is {@code /text/body}. */
    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        StreamSupport.stream(path.spliterator(), false)
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .forEach(node -> append(pointer, node));
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        if (node.getKey() != null) {
            pointer.append('/').append(node.getKey());
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
        }
    }
}
