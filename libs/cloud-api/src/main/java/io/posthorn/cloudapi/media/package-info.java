/**
 * Files on their way to Meta and from it. An <em>id</em> names a file in messages; a <em>handle</em> stands for an example in
 * templates and profiles and cannot be sent.
 */
package io.posthorn.cloudapi.media;
