/** The calls to Meta's Graph API, and what Meta answers. */
package io.posthorn.cloudapi.client;
