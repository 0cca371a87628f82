/**
 * Proves that chaos would notice: builds of a service that leave out one of the things which the promise rests on. A <em>mutant</em> is
 * such a build, made from a patch under {@code end-to-end/src/test/mutants}; the product knows nothing of it.
 */
package io.posthorn.endtoend.mutant;
