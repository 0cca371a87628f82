/**
 * What operators see of the calls to Meta: how long, how often, how full the quotas, and to which work they belong. Nothing
 * here names a token, a number or an address.
 */
package io.posthorn.cloudapi.observing;
