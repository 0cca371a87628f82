/**
 * {@code ./posthorn demo}: customers from a file write in, an agent answers, and everything that the suite says about it is compared
 * with what happened. A <em>talk</em> is what happened with one customer.
 */
package io.posthorn.devstack.demo;
