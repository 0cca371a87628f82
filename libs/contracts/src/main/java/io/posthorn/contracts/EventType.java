package io.posthorn.contracts;

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
import io.posthorn.contracts.channel.ChannelDegraded;
import io.posthorn.contracts.channel.ChannelDisconnected;
import io.posthorn.contracts.channel.ChannelExpired;
import io.posthorn.contracts.channel.ChannelNeedsAttention;
import io.posthorn.contracts.channel.ChannelQualityChanged;
import io.posthorn.contracts.channel.ChannelRecovered;
import io.posthorn.contracts.channel.TemplateStatusReported;
import io.posthorn.contracts.contact.ContactConsentChanged;
import io.posthorn.contracts.contact.ContactCreated;
import io.posthorn.contracts.contact.ContactMerged;
import io.posthorn.contracts.conversation.ConversationMerged;
import io.posthorn.contracts.conversation.ConversationOpened;
import io.posthorn.contracts.conversation.ConversationRead;
import io.posthorn.contracts.media.MediaDeleted;
import io.posthorn.contracts.media.MediaFetched;
import io.posthorn.contracts.media.MediaStored;
import io.posthorn.contracts.media.MediaUnavailable;
import io.posthorn.contracts.message.MessageAccepted;
import io.posthorn.contracts.message.MessageDeleted;
import io.posthorn.contracts.message.MessageEchoed;
import io.posthorn.contracts.message.MessageEdited;
import io.posthorn.contracts.message.MessageReacted;
import io.posthorn.contracts.message.MessageReceived;
import io.posthorn.contracts.message.MessageStatusChanged;
import io.posthorn.contracts.template.TemplateApproved;
import io.posthorn.contracts.template.TemplateDeleted;
import io.posthorn.contracts.template.TemplateDisabled;
import io.posthorn.contracts.template.TemplateDrafted;
import io.posthorn.contracts.template.TemplatePaused;
import io.posthorn.contracts.template.TemplateRejected;
import io.posthorn.contracts.template.TemplateSubmitted;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event: its CloudEvents type, its topic and its record. */
public enum EventType {
    USER_REGISTERED("posthorn.auth.user-registered", Topics.AUTH, UserRegistered.class),
    SESSION_STARTED("posthorn.auth.session-started", Topics.AUTH, SessionStarted.class),
    SESSION_REVOKED("posthorn.auth.session-revoked", Topics.AUTH, SessionRevoked.class),
    API_KEY_CREATED("posthorn.auth.api-key-created", Topics.AUTH, ApiKeyCreated.class),
    API_KEY_REVOKED("posthorn.auth.api-key-revoked", Topics.AUTH, ApiKeyRevoked.class),
    API_KEY_USED("posthorn.auth.api-key-used", Topics.AUTH, ApiKeyUsed.class),
    EMAIL_VERIFIED("posthorn.auth.email-verified", Topics.AUTH, EmailVerified.class),
    PASSWORD_CHANGED("posthorn.auth.password-changed", Topics.AUTH, PasswordChanged.class),
    PASSWORD_RESET_REQUESTED("posthorn.auth.password-reset-requested", Topics.AUTH, PasswordResetRequested.class),
    LOGIN_LOCKED("posthorn.auth.login-locked", Topics.AUTH, LoginLocked.class),
    WORKSPACE_CREATED("posthorn.auth.workspace-created", Topics.AUTH, WorkspaceCreated.class),
    WORKSPACE_RENAMED("posthorn.auth.workspace-renamed", Topics.AUTH, WorkspaceRenamed.class),
    MEMBER_INVITED("posthorn.auth.member-invited", Topics.AUTH, MemberInvited.class),
    INVITATION_REVOKED("posthorn.auth.invitation-revoked", Topics.AUTH, InvitationRevoked.class),
    MEMBER_JOINED("posthorn.auth.member-joined", Topics.AUTH, MemberJoined.class),
    MEMBER_ROLE_CHANGED("posthorn.auth.member-role-changed", Topics.AUTH, MemberRoleChanged.class),
    MEMBER_REMOVED("posthorn.auth.member-removed", Topics.AUTH, MemberRemoved.class),
    SECOND_FACTOR_ENABLED("posthorn.auth.second-factor-enabled", Topics.AUTH, SecondFactorEnabled.class),
    SECOND_FACTOR_DISABLED("posthorn.auth.second-factor-disabled", Topics.AUTH, SecondFactorDisabled.class),
    APPLICATION_REGISTERED("posthorn.auth.application-registered", Topics.AUTH, ApplicationRegistered.class),
    APPLICATION_REMOVED("posthorn.auth.application-removed", Topics.AUTH, ApplicationRemoved.class),
    APPLICATION_SECRET_ROTATED("posthorn.auth.application-secret-rotated", Topics.AUTH, ApplicationSecretRotated.class),
    APPLICATION_AUTHORIZED("posthorn.auth.application-authorized", Topics.AUTH, ApplicationAuthorized.class),
    APPLICATION_ACCESS_REVOKED("posthorn.auth.application-access-revoked", Topics.AUTH, ApplicationAccessRevoked.class),
    API_KEY_ROTATED("posthorn.auth.api-key-rotated", Topics.AUTH, ApiKeyRotated.class),
    USER_DISABLED("posthorn.auth.user-disabled", Topics.AUTH, UserDisabled.class),
    USER_ENABLED("posthorn.auth.user-enabled", Topics.AUTH, UserEnabled.class),
    WORKSPACE_SUSPENDED("posthorn.auth.workspace-suspended", Topics.AUTH, WorkspaceSuspended.class),
    WORKSPACE_RESUMED("posthorn.auth.workspace-resumed", Topics.AUTH, WorkspaceResumed.class),
    IMPERSONATION_STARTED("posthorn.auth.impersonation-started", Topics.AUTH, ImpersonationStarted.class),
    IMPERSONATION_ENDED("posthorn.auth.impersonation-ended", Topics.AUTH, ImpersonationEnded.class),
    CHANNEL_CONNECTED("posthorn.channel.connected", Topics.CHANNEL, ChannelConnected.class),
    CHANNEL_DISCONNECTED("posthorn.channel.disconnected", Topics.CHANNEL, ChannelDisconnected.class),
    CHANNEL_DEGRADED("posthorn.channel.degraded", Topics.CHANNEL, ChannelDegraded.class),
    CHANNEL_NEEDS_ATTENTION("posthorn.channel.needs-attention", Topics.CHANNEL, ChannelNeedsAttention.class),
    CHANNEL_RECOVERED("posthorn.channel.recovered", Topics.CHANNEL, ChannelRecovered.class),
    CHANNEL_EXPIRED("posthorn.channel.expired", Topics.CHANNEL, ChannelExpired.class),
    CHANNEL_QUALITY_CHANGED("posthorn.channel.quality-changed", Topics.CHANNEL, ChannelQualityChanged.class),
    TEMPLATE_STATUS_REPORTED("posthorn.channel.template-status-reported", Topics.CHANNEL, TemplateStatusReported.class),
    CONTACT_CREATED("posthorn.contact.created", Topics.CONTACT, ContactCreated.class),
    CONTACT_CONSENT_CHANGED("posthorn.contact.consent-changed", Topics.CONTACT, ContactConsentChanged.class),
    CONTACT_MERGED("posthorn.contact.merged", Topics.CONTACT, ContactMerged.class),
    CONVERSATION_OPENED("posthorn.conversation.opened", Topics.CONVERSATION, ConversationOpened.class),
    CONVERSATION_READ("posthorn.conversation.read", Topics.CONVERSATION, ConversationRead.class),
    CONVERSATION_MERGED("posthorn.conversation.merged", Topics.CONVERSATION, ConversationMerged.class),
    MESSAGE_ACCEPTED("posthorn.message.accepted", Topics.MESSAGE, MessageAccepted.class),
    MESSAGE_RECEIVED("posthorn.message.received", Topics.MESSAGE, MessageReceived.class),
    MESSAGE_ECHOED("posthorn.message.echoed", Topics.MESSAGE, MessageEchoed.class),
    MESSAGE_EDITED("posthorn.message.edited", Topics.MESSAGE, MessageEdited.class),
    MESSAGE_DELETED("posthorn.message.deleted", Topics.MESSAGE, MessageDeleted.class),
    MESSAGE_REACTED("posthorn.message.reacted", Topics.MESSAGE, MessageReacted.class),
    MESSAGE_STATUS_CHANGED("posthorn.message.status-changed", Topics.MESSAGE, MessageStatusChanged.class),
    TEMPLATE_DRAFTED("posthorn.template.drafted", Topics.TEMPLATE, TemplateDrafted.class),
    TEMPLATE_SUBMITTED("posthorn.template.submitted", Topics.TEMPLATE, TemplateSubmitted.class),
    TEMPLATE_APPROVED("posthorn.template.approved", Topics.TEMPLATE, TemplateApproved.class),
    TEMPLATE_REJECTED("posthorn.template.rejected", Topics.TEMPLATE, TemplateRejected.class),
    TEMPLATE_PAUSED("posthorn.template.paused", Topics.TEMPLATE, TemplatePaused.class),
    TEMPLATE_DISABLED("posthorn.template.disabled", Topics.TEMPLATE, TemplateDisabled.class),
    TEMPLATE_DELETED("posthorn.template.deleted", Topics.TEMPLATE, TemplateDeleted.class),
    MEDIA_FETCHED("posthorn.media.fetched", Topics.MEDIA, MediaFetched.class),
    MEDIA_UNAVAILABLE("posthorn.media.unavailable", Topics.MEDIA, MediaUnavailable.class),
    MEDIA_STORED("posthorn.media.stored", Topics.MEDIA, MediaStored.class),
    MEDIA_DELETED("posthorn.media.deleted", Topics.MEDIA, MediaDeleted.class);

    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));
    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::type, Function.identity()));

    private final String type;
    private final String topic;
    private final Class<? extends PosthornEvent> record;

    EventType(String type, String topic, Class<? extends PosthornEvent> record) {
        this.type = type;
        this.topic = topic;
        this.record = record;
    }

    /** The CloudEvents {@code type}. */
    public String type() {
        return type;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends PosthornEvent> record() {
        return record;
    }

    public static EventType of(PosthornEvent event) {
        return BY_RECORD.get(event.getClass());
    }

    /** Empty for a type that this version does not know: consumers skip those. */
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
