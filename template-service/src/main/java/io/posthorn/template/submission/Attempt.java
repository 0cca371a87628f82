package io.posthorn.template.submission;

/**
 * One try to bring a template to Meta.
 *
 * @param repeated whether a try before this one may have reached Meta
 */
record Attempt(Submission submission, boolean repeated) {}
