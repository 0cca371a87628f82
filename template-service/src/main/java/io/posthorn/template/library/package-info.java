/**
 * Good templates to begin with, shipped with the service, in several languages for several branches. They are in Meta's
 * form, so that a workspace drafts one by posting it; nothing else ties the two together.
 */
package io.posthorn.template.library;
