/** For {@code HouseRulesTest}. */
package io.posthorn.messaging.sample;
