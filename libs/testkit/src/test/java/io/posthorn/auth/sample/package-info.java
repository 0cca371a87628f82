/** For {@code HouseRulesTest}. */
package io.posthorn.auth.sample;
