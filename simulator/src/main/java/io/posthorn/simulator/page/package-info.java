/** What people see in a browser: the phones of customers, and the control API explained. */
package io.posthorn.simulator.page;
