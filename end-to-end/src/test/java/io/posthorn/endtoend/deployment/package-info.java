/** Parses the other files for operators strictly and holds them against the code: a typo in them fails here, not at night. */
package io.posthorn.endtoend.deployment;
