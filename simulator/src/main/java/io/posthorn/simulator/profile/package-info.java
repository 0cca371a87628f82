/** What customers see of a business: its profile and username; and the customers it does not want to hear from. */
package io.posthorn.simulator.profile;
