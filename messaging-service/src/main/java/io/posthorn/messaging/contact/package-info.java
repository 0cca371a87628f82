/** Customers: a <em>contact</em> is a person, with a name and what they consented to. */
package io.posthorn.messaging.contact;
