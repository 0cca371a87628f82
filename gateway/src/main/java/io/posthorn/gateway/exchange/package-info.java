/** One exchange with a client: how it is identified, which headers cross the door, and what a browser may do with it. */
package io.posthorn.gateway.exchange;
