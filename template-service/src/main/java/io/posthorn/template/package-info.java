/** Message templates: what a business may write to customers outside of a conversation. */
package io.posthorn.template;
