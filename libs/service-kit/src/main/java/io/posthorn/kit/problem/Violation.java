package io.posthorn.kit.problem;

/** One thing that is wrong with a request, and where: an RFC 6901 JSON pointer, a stable code, a sentence. */
public record Violation(String pointer, String code, String message) {}
