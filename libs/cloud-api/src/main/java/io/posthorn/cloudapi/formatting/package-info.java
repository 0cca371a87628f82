/** WhatsApp's way of writing bold, lists and quotes: what a text with marks looks like, as HTML and without marks. */
package io.posthorn.cloudapi.formatting;
