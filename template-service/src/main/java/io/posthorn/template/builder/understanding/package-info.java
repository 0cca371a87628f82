/** What people mean, in English, Spanish and Portuguese: their words become commands and changes of a draft. */
package io.posthorn.template.builder.understanding;
