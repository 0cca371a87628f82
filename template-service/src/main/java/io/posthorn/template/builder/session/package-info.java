/** What is kept of a conversation: where it stands, what was said without secrets, and for how long. */
package io.posthorn.template.builder.session;
