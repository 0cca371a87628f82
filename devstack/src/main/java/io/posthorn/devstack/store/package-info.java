/** The embedded stores: each class starts one, says where it is, and stops it on {@code close()}. */
package io.posthorn.devstack.store;
