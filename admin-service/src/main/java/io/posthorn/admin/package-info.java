/** Operator views of a workspace: what was done in it, and how it is doing. Built from the events of all services. */
package io.posthorn.admin;
