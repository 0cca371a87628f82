/**
 * Backups of an installation: every table of all schemas as they were at one moment, the migrations that made them, and the
 * files. A <em>manifest</em> says what a backup holds and how to see that it is whole; a restore believes nothing else. What
 * a restore means for sending and events: {@code docs/adr/0014}.
 */
package io.posthorn.devstack.backup;
