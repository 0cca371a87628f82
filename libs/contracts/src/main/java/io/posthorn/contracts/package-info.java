/**
 * What Posthorn's services promise each other: event records, the topics they travel on, and the error codes that clients
 * switch on. Plain Java. Within a version records only gain components; a breaking change is a new record and topic.
 */
package io.posthorn.contracts;
