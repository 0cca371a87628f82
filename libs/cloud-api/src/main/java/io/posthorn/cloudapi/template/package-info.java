/**
 * The rules that Meta has for message templates. A <em>definition</em> is a template as it was written, right or wrong; a
 * <em>violation</em> names one thing that is wrong with it. Every violation is reported, not only the first.
 */
package io.posthorn.cloudapi.template;
