/**
 * A template on its way. A <em>change</em> is one thing that somebody wants of a <em>draft</em>; merging keeps every draft in
 * the form that Meta wants, whoever understood the wish.
 */
package io.posthorn.template.builder.draft;
