/**
 * Sessions of the builder: a conversation that fills a draft. A <em>turn</em> is one message and its answer; an
 * <em>engine</em> understands what people say; <em>export</em> makes the finished draft a template.
 */
package io.posthorn.template.builder;
