/** Who answers: an <em>engine</em> takes an <em>utterance</em> and gives an <em>outcome</em>, the rules or a language model. */
package io.posthorn.template.builder.answering;
