/** Pieces that several kinds of message are made of, each able to check and to write itself. */
package io.posthorn.cloudapi.part;
