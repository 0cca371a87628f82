package io.posthorn.template.template;

import io.posthorn.kit.paging.Page;
import io.posthorn.kit.paging.PageRequest;
import io.posthorn.template.form.ValidationView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Templates of the workspace. */
@Path("/api/v1/templates")
@RolesAllowed("viewer")
@Tag(name = "Templates")
public class TemplateResource {
    private final TemplateService templates;

    TemplateResource(TemplateService templates) {
        this.templates = templates;
    }

    @POST
    @RolesAllowed("agent")
    @ResponseStatus(201)
    @Operation(summary = "Draft a template")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a repeated request safe, 24 hours")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(responseCode = "409", description = "A template has this name and language (template_exists)")
    @APIResponse(responseCode = "422", description = "Rules are broken, each named in errors (template_invalid)")
    public Uni<TemplateView> create(@NotNull CreateTemplateRequest request) {
        return templates.create(request.toDraft());
    }

    @POST
    @Path("/validate")
    @Operation(summary = "Check a template against WhatsApp's rules; nothing is stored")
    @APIResponse(responseCode = "200", description = "Whether it is valid, each rule that it breaks, and advice")
    public ValidationView validate(
            @NotNull CreateTemplateRequest request,
            @QueryParam("fix")
                    @DefaultValue("false")
                    @Parameter(description = "Answer the mended template, in Meta's form, and what was changed")
                    boolean fix) {
        return fix ? request.mended() : request.check();
    }

    @GET
    @Path("/languages")
    @Operation(summary = "The languages in which Meta takes templates")
    public LanguagesView languages() {
        return LanguagesView.ALL;
    }

    @GET
    @Operation(summary = "List templates, the newest first")
    public Uni<Page<TemplateView>> list(@BeanParam TemplateFilter filter, @BeanParam PageRequest page) {
        return templates.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a template")
    @APIResponse(responseCode = "200", description = "The template as it stands")
    @APIResponse(responseCode = "404", description = "There is none (template_not_found)")
    public Uni<TemplateView> find(UUID id) {
        return templates.find(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("agent")
    @Operation(summary = "Change the content; keeps the old as a version, and Meta's until the new one is submitted")
    @APIResponse(responseCode = "200", description = "The new version")
    @APIResponse(
            responseCode = "409",
            description = "Meta looks at the template just now, or took it out of use (template_locked)")
    @APIResponse(responseCode = "422", description = "Rules are broken, each named in errors (template_invalid)")
    public Uni<TemplateView> change(UUID id, @NotNull ChangeTemplateRequest request) {
        return templates.change(id, request);
    }

    @POST
    @Path("/{id}/duplicate")
    @RolesAllowed("agent")
    @ResponseStatus(201)
    @Operation(summary = "Copy a template into another language, or to another name")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a repeated request safe, 24 hours")
    @APIResponse(responseCode = "201", description = "A draft with the same content")
    @APIResponse(responseCode = "404", description = "There is none (template_not_found)")
    @APIResponse(responseCode = "409", description = "A template has this name and language (template_exists)")
    public Uni<TemplateView> duplicate(UUID id, @NotNull @Valid DuplicateTemplateRequest request) {
        return templates.duplicate(id, request);
    }

    @GET
    @Path("/{id}/versions")
    @Operation(summary = "List every content that a template had, the newest first")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "There is none (template_not_found)")
    public Uni<Page<VersionView>> versions(UUID id) {
        return templates.versions(id);
    }
}
