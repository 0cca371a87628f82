/** What every line of every log has, and what none ever has. */
package io.posthorn.telemetry.logging;
