/**
 * A message as somebody writes it: the <em>request</em> of our API with its examples, and the <em>draft</em> that it and every other way
 * in become, its content read and found good.
 */
package io.posthorn.messaging.draft;
