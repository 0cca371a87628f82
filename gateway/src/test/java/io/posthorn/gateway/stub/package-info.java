/** Real servers and real sockets around the gateway, for tests. */
package io.posthorn.gateway.stub;
