/**
 * The files of the door that speaks like Meta: uploads, reads and deletes as the Cloud API has them, with an API key as the token.
 * A media id is our own, good in {@code /graph/.../messages} for every number of the workspace.
 */
package io.posthorn.media.compatible;
