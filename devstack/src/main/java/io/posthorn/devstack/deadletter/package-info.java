/** Events that a consumer could not digest: what they were, why, and how an operator gives them to it again. */
package io.posthorn.devstack.deadletter;
