/** Brings the events of all services to the audit log and the dashboard, each event once and in one transaction. */
package io.posthorn.admin.projection;
