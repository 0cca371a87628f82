package io.posthorn.template.template;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TemplateVersionRepository implements PanacheRepositoryBase<TemplateVersion, TemplateVersionKey> {}
