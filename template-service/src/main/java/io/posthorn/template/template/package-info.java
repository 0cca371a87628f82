/**
 * Templates. A <em>draft</em> is content that keeps Meta's rules but was shown to nobody; a <em>version</em> is the content
 * that a template had at some time, and never changes.
 */
package io.posthorn.template.template;
