/**
 * Templates in Meta's form for tests: a good one of every kind, and <em>mutants</em>, each a good one with one rule broken at a
 * known place. They are written from the reference, so that they judge whoever checks templates.
 */
package io.posthorn.testkit.templates;
