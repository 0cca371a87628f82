/**
 * From JSON in Meta's words to the messages of {@code message}, strictly: a field that nobody knows is refused as well. What
 * has the wrong <em>form</em> (an unknown field, a number for a text) is told apart from what breaks a <em>rule</em>.
 */
package io.posthorn.cloudapi.reading;
