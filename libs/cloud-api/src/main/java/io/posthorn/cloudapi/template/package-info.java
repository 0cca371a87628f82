/**
 * The rules that Meta has for message templates and for messages made of them. A <em>definition</em> is a template as it
 * was written, right or wrong; <em>components</em> are its content in Meta's words; a <em>violation</em> names one thing
 * that is wrong. Every violation is reported, not only the first.
 */
package io.posthorn.cloudapi.template;
