/**
 * Customers. A <em>contact</em> is a person; an <em>identity</em> is how WhatsApp knows them: a phone number, or since 2026 a
 * business-scoped user id, or both.
 */
package io.posthorn.messaging.contact;
