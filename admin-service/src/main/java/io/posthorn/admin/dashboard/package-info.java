/** How a workspace is doing, as counters that each event moves once. */
package io.posthorn.admin.dashboard;
