/** The gateway as it is started for real: several of it, with much to do, and when it is told to go. */
package io.posthorn.endtoend.door;
