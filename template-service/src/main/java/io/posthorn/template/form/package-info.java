/**
 * How clients write a template: in <em>Meta's form</em> (the body of Meta's create call, with {@code components}), or in the
 * <em>short form</em> with header, body, footer and buttons beside the name. Inside there is Meta's form only; what is wrong is
 * pointed to in the form in which it was written. A file of ours stands in Meta's form as the handle {@code media:<id>}.
 */
package io.posthorn.template.form;
