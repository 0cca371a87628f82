/** Operating-system processes: start one with its log, see it die, stop it for certain. A <em>child</em> is a process that we started. */
package io.posthorn.devstack.process;
