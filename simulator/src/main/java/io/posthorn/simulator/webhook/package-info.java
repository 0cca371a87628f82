/**
 * What Meta tells the platform: an <em>update</em> is one thing that happened, a <em>delivery</em> is a signed body of
 * updates on its way to the callback URL, an <em>attempt</em> is one try to post it.
 */
package io.posthorn.simulator.webhook;
