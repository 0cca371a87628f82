/** Words of English, Spanish and Portuguese, and the names of the languages that Meta takes templates in. */
package io.posthorn.template.builder.language;
