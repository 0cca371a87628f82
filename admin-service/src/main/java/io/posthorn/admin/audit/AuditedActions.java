package io.posthorn.admin.audit;

import io.posthorn.contracts.auth.ApiKeyCreated;
import io.posthorn.contracts.auth.ApiKeyRevoked;
import io.posthorn.contracts.auth.ApiKeyRotated;
import io.posthorn.contracts.auth.ApiKeyUsed;
import io.posthorn.contracts.auth.ApplicationAccessRevoked;
import io.posthorn.contracts.auth.ApplicationAuthorized;
import io.posthorn.contracts.auth.ApplicationRegistered;
import io.posthorn.contracts.auth.ApplicationRemoved;
import io.posthorn.contracts.auth.ApplicationSecretRotated;
import io.posthorn.contracts.auth.EmailVerified;
import io.posthorn.contracts.auth.ImpersonationEnded;
import io.posthorn.contracts.auth.ImpersonationStarted;
import io.posthorn.contracts.auth.InvitationRevoked;
import io.posthorn.contracts.auth.LoginLocked;
import io.posthorn.contracts.auth.MemberInvited;
import io.posthorn.contracts.auth.MemberJoined;
import io.posthorn.contracts.auth.MemberRemoved;
import io.posthorn.contracts.auth.MemberRoleChanged;
import io.posthorn.contracts.auth.PasswordChanged;
import io.posthorn.contracts.auth.PasswordResetRequested;
import io.posthorn.contracts.auth.SecondFactorDisabled;
import io.posthorn.contracts.auth.SecondFactorEnabled;
import io.posthorn.contracts.auth.SessionRevoked;
import io.posthorn.contracts.auth.SessionStarted;
import io.posthorn.contracts.auth.UserDisabled;
import io.posthorn.contracts.auth.UserEnabled;
import io.posthorn.contracts.auth.UserRegistered;
import io.posthorn.contracts.auth.WorkspaceCreated;
import io.posthorn.contracts.auth.WorkspaceRenamed;
import io.posthorn.contracts.auth.WorkspaceResumed;
import io.posthorn.contracts.auth.WorkspaceSuspended;
import io.posthorn.contracts.channel.ChannelConnected;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.contracts.contact.ContactConsentChanged;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.conversation.ConversationRead;
import io.posthorn.contracts.media.MediaDeleted;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDisabled;
import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
import io.posthorn.kit.event.IncomingEvent;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Which events are actions worth an audit entry. Messages are not: their history is kept with them. */
final class AuditedActions {
    private AuditedActions() {}

    static Optional<AuditEntry> of(IncomingEvent event) {
        return switch (event.event()) {
            case UserRegistered user ->
                entry(event, "user.registered", user.userId())
                        .on("user", user.userId(), "workspaceName", user.workspaceName());
            case SessionStarted session ->
                entry(event, "session.started", session.userId()).on("session", session.sessionId());
            case SessionRevoked session ->
                entry(event, "session.revoked", session.userId())
                        .on("session", session.sessionId(), "reason", session.reason());
            case EmailVerified user ->
                entry(event, "user.email_verified", user.userId()).on("user", user.userId());
            case PasswordChanged user ->
                entry(event, "user.password_changed", user.userId()).on("user", user.userId(), "reason", user.reason());
            case PasswordResetRequested user ->
                entry(event, "user.password_reset_requested", null).on("user", user.userId());
            case LoginLocked user -> entry(event, "user.login_locked", null).on("user", user.userId());
            case SecondFactorEnabled factor ->
                entry(event, "user.second_factor_enabled", factor.userId())
                        .on("user", factor.userId(), "kind", factor.kind());
            case SecondFactorDisabled factor ->
                entry(event, "user.second_factor_disabled", factor.userId())
                        .on("user", factor.userId(), "kind", factor.kind());
            case WorkspaceCreated workspace ->
                entry(event, "workspace.created", workspace.createdBy())
                        .on("workspace", workspace.workspaceId(), "name", workspace.name());
            case WorkspaceRenamed workspace ->
                entry(event, "workspace.renamed", workspace.renamedBy())
                        .on("workspace", workspace.workspaceId(), "name", workspace.name());
            case MemberInvited invitation ->
                entry(event, "member.invited", invitation.invitedBy())
                        .on("invitation", invitation.invitationId(), "role", invitation.role());
            case InvitationRevoked invitation ->
                entry(event, "invitation.revoked", invitation.revokedBy()).on("invitation", invitation.invitationId());
            case MemberJoined member ->
                entry(event, "member.joined", member.userId())
                        .on(
                                "user",
                                member.userId(),
                                "role",
                                member.role(),
                                "invitationId",
                                member.invitationId().toString());
            case MemberRoleChanged member ->
                entry(event, "member.role_changed", member.changedBy())
                        .on("user", member.userId(), "role", member.role(), "previousRole", member.previousRole());
            case MemberRemoved member ->
                entry(event, "member.removed", member.removedBy()).on("user", member.userId());
            case ChannelConnected channel ->
                entry(event, "channel.connected", channel.connectedBy())
                        .on(
                                "channel",
                                channel.channelId(),
                                "name",
                                channel.name(),
                                "phoneNumberId",
                                channel.phoneNumberId(),
                                "wabaId",
                                channel.wabaId());
            case ChannelDisconnected channel ->
                entry(event, "channel.disconnected", channel.disconnectedBy()).on("channel", channel.channelId());
            case TemplateDrafted template ->
                entry(event, "template.drafted", template.draftedBy())
                        .on(
                                "template",
                                template.templateId(),
                                "name",
                                template.name(),
                                "language",
                                template.language(),
                                "category",
                                template.category());
            case MediaStored media ->
                entry(event, "media.stored", media.storedBy())
                        .on(
                                "media",
                                media.mediaId(),
                                "mimeType",
                                media.mimeType(),
                                "size",
                                String.valueOf(media.size()));
            case MediaDeleted media ->
                entry(event, "media.deleted", media.deletedBy()).on("media", media.mediaId());
            case ContactConsentChanged contact ->
                entry(event, "contact.consent_changed", contact.changedBy())
                        .on("contact", contact.contactId(), "consent", contact.consent());
            case ApiKeyCreated key ->
                entry(event, "api_key.created", key.createdBy())
                        .on(
                                "api_key",
                                key.apiKeyId(),
                                "name",
                                key.name(),
                                "role",
                                key.role(),
                                "scopes",
                                key.scopes(),
                                "expiresAt",
                                key.expiresAt() == null ? null : key.expiresAt().toString());
            case ApiKeyRevoked key ->
                entry(event, "api_key.revoked", key.revokedBy()).on("api_key", key.apiKeyId());
            case ApiKeyUsed key ->
                entry(event, "api_key.used", null).on("api_key", key.apiKeyId(), "address", key.address());
            case ApiKeyRotated key ->
                entry(event, "api_key.rotated", key.rotatedBy()).on("api_key", key.apiKeyId());
            case ApplicationRegistered application ->
                entry(event, "application.registered", application.registeredBy())
                        .on(
                                "application",
                                application.applicationId(),
                                "name",
                                application.name(),
                                "role",
                                application.role(),
                                "scopes",
                                application.scopes());
            case ApplicationRemoved application ->
                entry(event, "application.removed", application.removedBy())
                        .on("application", application.applicationId());
            case ApplicationSecretRotated application ->
                entry(event, "application.secret_rotated", application.rotatedBy())
                        .on("application", application.applicationId());
            case ApplicationAuthorized application ->
                entry(event, "application.authorized", application.userId())
                        .on("application", application.applicationId(), "scopes", application.scopes());
            case ApplicationAccessRevoked application ->
                entry(event, "application.access_revoked", application.userId())
                        .on("application", application.applicationId(), "reason", application.reason());
            case UserDisabled user ->
                entry(event, "user.disabled", user.operatorId()).on("user", user.userId(), "reason", user.reason());
            case UserEnabled user ->
                entry(event, "user.enabled", user.operatorId()).on("user", user.userId());
            case WorkspaceSuspended workspace ->
                entry(event, "workspace.suspended", workspace.operatorId())
                        .on("workspace", workspace.workspaceId(), "reason", workspace.reason());
            case WorkspaceResumed workspace ->
                entry(event, "workspace.resumed", workspace.operatorId()).on("workspace", workspace.workspaceId());
            case ImpersonationStarted impersonation ->
                entry(event, "impersonation.started", impersonation.operatorId())
                        .on(
                                "user",
                                impersonation.userId(),
                                "reason",
                                impersonation.reason(),
                                "endsAt",
                                impersonation.endsAt().toString());
            case ImpersonationEnded impersonation ->
                entry(event, "impersonation.ended", impersonation.operatorId()).on("user", impersonation.userId());
            case TemplateSubmitted template ->
                entry(event, "template.submitted", template.submittedBy())
                        .on(
                                "template",
                                template.templateId(),
                                "name",
                                template.name(),
                                "language",
                                template.language(),
                                "channelId",
                                template.channelId().toString());
            case TemplateApproved template ->
                ofTemplate(
                        event, "template.approved", template.templateId(), template.name(), template.language(), null);
            case TemplateRejected template ->
                ofTemplate(
                        event,
                        "template.rejected",
                        template.templateId(),
                        template.name(),
                        template.language(),
                        template.reason());
            case TemplatePaused template ->
                ofTemplate(
                        event,
                        "template.paused",
                        template.templateId(),
                        template.name(),
                        template.language(),
                        template.reason());
            case TemplateDisabled template ->
                ofTemplate(
                        event,
                        "template.disabled",
                        template.templateId(),
                        template.name(),
                        template.language(),
                        template.reason());
            case ConversationOpened conversation ->
                entry(event, "conversation.opened", null)
                        .on(
                                "conversation",
                                conversation.conversationId(),
                                "number",
                                String.valueOf(conversation.number()));
            case ConversationRead conversation ->
                entry(event, "conversation.read", conversation.readBy())
                        .on("conversation", conversation.conversationId());
            default -> Optional.empty();
        };
    }

    /** What Meta decided; no person of ours acted. */
    private static Optional<AuditEntry> ofTemplate(
            IncomingEvent event, String action, UUID templateId, String name, String language, String reason) {
        return entry(event, action, null)
                .on("template", templateId, "name", name, "language", language, "reason", reason);
    }

    private static Action entry(IncomingEvent event, String action, UUID actorId) {
        return new Action(event, action, actorId);
    }

    /** What was done and by whom; it still lacks what it was done to. */
    private record Action(IncomingEvent event, String name, UUID actorId) {
        /** @param details names and values in turn; a value that is not known is left out */
        Optional<AuditEntry> on(String subjectType, UUID subjectId, String... details) {
            var known = new TreeMap<String, String>();
            for (var at = 0; at < details.length; at += 2) {
                if (details[at + 1] != null) {
                    known.put(details[at], details[at + 1]);
                }
            }
            return Optional.of(new AuditEntry(
                    event.id(),
                    name,
                    actorId,
                    subjectType,
                    subjectId,
                    known,
                    traceId(event.traceParent()),
                    event.time().truncatedTo(ChronoUnit.MICROS)));
        }
    }

    /** The 32 hex digits of a W3C traceparent. */
    private static String traceId(String traceParent) {
        return traceParent == null || traceParent.length() < 35 ? null : traceParent.substring(3, 35);
    }
}
