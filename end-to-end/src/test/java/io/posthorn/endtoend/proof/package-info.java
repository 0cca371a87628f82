/** Proofs of the proof: evidence with a planted fault, and that it is found. */
package io.posthorn.endtoend.proof;
