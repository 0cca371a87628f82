/**
 * What customers write to us, by type. Whatever Meta leaves out is empty, whatever it invents is {@code Unknown} with its JSON:
 * reading never fails.
 */
package io.posthorn.cloudapi.inbound;
