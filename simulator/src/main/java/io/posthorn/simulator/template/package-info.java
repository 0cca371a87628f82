/**
 * Message templates of an account: what they are, what they are called, and what is known of each. Rules, review, calls
 * and filling in are features of their own that share these words.
 */
package io.posthorn.simulator.template;
