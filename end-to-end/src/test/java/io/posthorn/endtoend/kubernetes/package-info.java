/**
 * Builds the overlays for Kubernetes and reads them strictly: an object in a type of Kubernetes' own, a policy held over all of them, a
 * name that means something, a path through the network that the code really takes.
 */
package io.posthorn.endtoend.kubernetes;
