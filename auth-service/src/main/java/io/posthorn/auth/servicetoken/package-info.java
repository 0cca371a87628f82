/** Tokens with which our own processes ask each other's internal endpoints: each proves itself with a <em>client secret</em>. */
package io.posthorn.auth.servicetoken;
