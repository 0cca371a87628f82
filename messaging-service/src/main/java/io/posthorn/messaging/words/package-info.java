/** Messages that Meta tells of, in our own words and in a form that can be stored. */
package io.posthorn.messaging.words;
