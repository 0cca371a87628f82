/**
 * The door that speaks like Meta: requests, answers and errors of the Cloud API, with an API key as the token. An <em>alias</em> is
 * the wamid by which its clients know a message of ours.
 */
package io.posthorn.messaging.compatible;
