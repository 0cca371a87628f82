package io.posthorn.cloudapi.template;

/** A template as somebody wrote it: nothing is known to be right, and what is missing is null. */
public record TemplateDefinition(String name, String language, String category, String body) {}
