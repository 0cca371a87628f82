/** Consumers record the event's id with its effect, so that an event that comes twice has one effect. */
package io.posthorn.kit.inbox;
