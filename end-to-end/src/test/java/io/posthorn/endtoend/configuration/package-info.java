/** Holds docs/configuration.md against the code: a <em>setting</em> is a property whose name begins with {@code posthorn.}. */
package io.posthorn.endtoend.configuration;
