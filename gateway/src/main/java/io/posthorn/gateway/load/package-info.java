/**
 * How much may be under way at once. When the <em>room</em> becomes narrow, whoever matters least is turned away first, at
 * once and with a word, rather than everybody being served late.
 */
package io.posthorn.gateway.load;
