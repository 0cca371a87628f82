/**
 * What a template message fills its template with. A <em>component</em> names the place, a <em>value</em> is what stands
 * there.
 */
package io.posthorn.cloudapi.values;
