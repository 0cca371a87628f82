/** The only public door. It decides who may pass and where to; what is asked is answered by the services behind it. */
package io.posthorn.gateway;
