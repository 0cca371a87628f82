/** The Graph API's calls about message templates. */
package io.posthorn.simulator.templateapi;
