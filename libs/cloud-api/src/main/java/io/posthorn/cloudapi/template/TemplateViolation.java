package io.posthorn.cloudapi.template;

/** One rule that a definition breaks: where (JSON pointer), which (a code that stays), and a sentence for people. */
public record TemplateViolation(String pointer, String code, String message) {}
