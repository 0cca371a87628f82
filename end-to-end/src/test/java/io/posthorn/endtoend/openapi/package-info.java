/**
 * One document for all that stands behind the gateway: merged from what the services say of themselves when they are built,
 * kept beside the gateway that serves it, and held against the release before.
 */
package io.posthorn.endtoend.openapi;
