/**
 * What Meta tells that is neither message nor status: a <em>notice</em>. All of them are kept for a while and shown to the people who
 * run a workspace; channels, templates and contacts have acted by then on those that they understand.
 */
package io.posthorn.messaging.notice;
