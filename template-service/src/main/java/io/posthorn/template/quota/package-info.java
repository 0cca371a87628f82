/**
 * What Meta counts. A <em>step</em> is something that Meta took: a creation, an edit of an approved template, a deletion. Who
 * asks for more than Meta allows hears it here, with the time from which it works, and Meta is not bothered.
 */
package io.posthorn.template.quota;
