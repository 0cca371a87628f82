package io.posthorn.template.template;

import java.util.UUID;

/** What a template says at one of its versions. */
public record NumberedContent(int number, TemplateContent content, UUID writtenBy) {}
