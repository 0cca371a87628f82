package io.posthorn.admin.database;

import java.util.List;

/** One report of every service. */
public record DatabaseReport<T>(List<ServiceReport<T>> services) {}
