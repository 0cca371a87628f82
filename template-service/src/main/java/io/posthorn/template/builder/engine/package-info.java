/**
 * The conversation, without input or output: a <em>turn</em> takes what somebody said and gives the next state, a reply and at
 * most one <em>question</em>, never the one that was asked just before.
 */
package io.posthorn.template.builder.engine;
