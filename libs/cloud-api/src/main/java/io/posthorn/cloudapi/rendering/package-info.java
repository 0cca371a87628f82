/**
 * What a phone shows of a template, and what has to be sent for it. <em>Variables</em> are what the caller says in plain
 * words; a <em>place</em> is one spot of the template that takes one; a <em>filling</em> is the send components made of
 * them, or everything that does not fit.
 */
package io.posthorn.cloudapi.rendering;
