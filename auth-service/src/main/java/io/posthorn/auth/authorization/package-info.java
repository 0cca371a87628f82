/**
 * Where an application sends a person's browser: they log in, are told who asks for what, and say yes or no. The pages need no
 * script. A <em>ticket</em> is the sealed request that a form carries: it binds the form to one browser.
 */
package io.posthorn.auth.authorization;
