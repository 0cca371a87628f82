/**
 * The template compiler: checks a template in the form in which Meta takes it (the body of a create call) against every rule
 * that is known before Meta looks at it. A <em>rule</em> is written once, in {@link io.posthorn.cloudapi.templatecheck.Rule};
 * a <em>finding</em> says where it is broken, how sure a refusal is, and how to mend it where that can be computed.
 */
package io.posthorn.cloudapi.templatecheck;
