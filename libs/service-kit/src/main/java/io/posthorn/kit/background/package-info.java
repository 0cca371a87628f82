/**
 * Work that nobody waits for still has an owner: a <em>loop</em> repeats a step, sees its failures and, made by
 * {@link Background}, starts and stops with the process; a <em>lease</em> makes sure that only one process does a job, and its <em>epoch</em> fences the one before.
 */
package io.posthorn.kit.background;
