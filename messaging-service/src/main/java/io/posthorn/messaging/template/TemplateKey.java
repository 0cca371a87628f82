package io.posthorn.messaging.template;

/** How Meta finds a template: by its account, name and language. */
public record TemplateKey(String wabaId, String name, String language) {}
