/**
 * What the database says of the service's own schema: how large its tables are, which of them are read from end to end, and
 * which of its statements take long. Asked by a neighbour; admin-service gathers it for operators.
 */
package io.posthorn.kit.database;
