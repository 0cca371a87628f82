/** The patches fit the sources of today. */
package io.posthorn.endtoend.mutant;
