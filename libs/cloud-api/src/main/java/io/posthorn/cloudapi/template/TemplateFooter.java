package io.posthorn.cloudapi.template;

/** The small text below the body. */
public record TemplateFooter(String text) {}
