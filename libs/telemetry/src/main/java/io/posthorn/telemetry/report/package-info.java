/**
 * Errors that a person must look at, told to a service that speaks Sentry's protocol. A <em>report</em> is one error, redacted;
 * those of one group come at most once a minute.
 */
package io.posthorn.telemetry.report;
