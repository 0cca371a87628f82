/**
 * The way in: the journal is read, each body is split into its items, items are grouped by workspace, and each group is stored
 * in one transaction. Everything here may run twice: Meta's ids decide what is new. What cannot be stored together is stored item
 * by item, so one that cannot be stored at all holds up no other.
 */
package io.posthorn.messaging.receiving;
