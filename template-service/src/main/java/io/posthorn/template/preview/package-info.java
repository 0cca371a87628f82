/** What a customer will see: a template, stored or not, with values in the place of its variables. */
package io.posthorn.template.preview;
