/**
 * The gate at the last moment: whether a claimed message may leave with all that it carries. A <em>departure</em> is one that may.
 */
package io.posthorn.messaging.departing;
