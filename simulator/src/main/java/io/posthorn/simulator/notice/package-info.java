/**
 * Notices: webhooks that Meta sends for reasons of its own, about numbers, accounts and whatever else has a field. Each has
 * a usual form in {@code notices.json}, of which anything can be changed.
 */
package io.posthorn.simulator.notice;
