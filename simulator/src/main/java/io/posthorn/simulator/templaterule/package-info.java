/**
 * Meta's rules of templates, as far as they are checked before the review, one class a component or a special form. They
 * are written from Meta's documents and share nothing with the platform's own.
 */
package io.posthorn.simulator.templaterule;
