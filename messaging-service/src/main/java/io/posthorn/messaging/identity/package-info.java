/**
 * How WhatsApp knows people: an <em>identity</em> is a phone number or, since 2026, a business-scoped user id; a <em>sender</em> is somebody
 * with all identities that are told of them at once. Plain rules, which say who is one person.
 */
package io.posthorn.messaging.identity;
