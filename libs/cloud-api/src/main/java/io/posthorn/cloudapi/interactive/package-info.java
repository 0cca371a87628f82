/**
 * Messages that a customer answers with a tap. The <em>frame</em> is what stands around the control: header, body and footer,
 * of which each kind takes its own parts.
 */
package io.posthorn.cloudapi.interactive;
