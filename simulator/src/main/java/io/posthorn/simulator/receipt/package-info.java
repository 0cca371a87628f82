/** What the business shows customers without a message: that it has read, that it is typing. */
package io.posthorn.simulator.receipt;
