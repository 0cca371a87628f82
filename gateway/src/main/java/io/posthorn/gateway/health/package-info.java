/** What is up: the one page that tells how all services do. */
package io.posthorn.gateway.health;
