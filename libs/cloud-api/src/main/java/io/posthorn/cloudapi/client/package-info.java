/** The door to Meta: sending, and the ways to everything else that Meta can do for us. */
package io.posthorn.cloudapi.client;
