/** What is the same in the measurements of every process. */
package io.posthorn.telemetry.metric;
