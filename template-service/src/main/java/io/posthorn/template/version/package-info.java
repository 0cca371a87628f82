/**
 * What happens between two versions of a template. A <em>diff</em> says what changes for the reader and for the sender; an
 * <em>approval</em> is the word of a second person of the workspace, or of Meta, about one version; a <em>rollback</em> makes an
 * older version the newest again.
 */
package io.posthorn.template.version;
