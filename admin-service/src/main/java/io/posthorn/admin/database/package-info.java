/** Reports on the databases of all services, gathered for operators. Each service answers for its own schema. */
package io.posthorn.admin.database;
