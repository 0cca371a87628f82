/**
 * The people on the other side. A <em>thread</em> is what one customer and one business number share: when the customer
 * last wrote, which opens the 24-hour window, and what the business has not read yet.
 */
package io.posthorn.simulator.customer;
