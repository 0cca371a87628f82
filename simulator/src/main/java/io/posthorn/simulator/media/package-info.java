/**
 * Files: those the business uploads to send, those customers send, and those that show a template's header to its
 * reviewers. All are kept in memory, by world, for as long as Meta keeps them and as much as the memory bears.
 */
package io.posthorn.simulator.media;
