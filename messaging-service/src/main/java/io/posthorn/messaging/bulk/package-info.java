/** Up to a thousand messages in one request, each accepted or refused for itself, each with a key of its own if wanted. */
package io.posthorn.messaging.bulk;
