/**
 * The engine {@code openai}: any endpoint that speaks OpenAI's chat completions. A model calls <em>tools</em>; what they ask for
 * goes through the same merge and rules as everything else. Where a model fails, the rules answer and say so.
 */
package io.posthorn.template.builder.openai;
