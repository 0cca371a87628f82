/**
 * A <em>second factor</em> is what an account shows besides its password: the code of an authenticator, or one of the recovery
 * codes that were printed for the day it is lost. Until it is shown, a login is only a <em>challenge</em>.
 */
package io.posthorn.auth.secondfactor;
