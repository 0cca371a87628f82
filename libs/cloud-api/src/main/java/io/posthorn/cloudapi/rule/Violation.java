package io.posthorn.cloudapi.rule;

/** One rule that is broken: where (JSON pointer), which (a code that stays), and a sentence for people. */
public record Violation(String pointer, String code, String message) {}
