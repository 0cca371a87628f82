/** What operators see of the builder: how it is set up, and why a conversation went as it did. */
package io.posthorn.template.builder.operations;
