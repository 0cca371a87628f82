package io.posthorn.template.submission;

import io.posthorn.cloudapi.template.TemplateCategory;
import io.posthorn.template.template.TemplateContent;
import io.posthorn.template.template.TemplatePartsConverter;
import io.posthorn.template.template.TemplateStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of templates at Meta; written by requests, reports and the repair, so each change names what it expects. */
@ApplicationScoped
class SubmissionStore {
    private static final TemplatePartsConverter PARTS = new TemplatePartsConverter();
    private static final String SELECT = """
            select t.workspace_id, t.id, t.name, t.language, t.category, t.body, t.parts, t.status, t.version_number,
                   t.channel_id, t.waba_id, t.provider_template_id, t.provider_status, t.status_reported_at, t.submitted_by,
                   t.submitted_at, t.submitted_version, t.status_before, t.quality, t.expected_category,
                   v.body as old_body, v.parts as old_parts
            from template t
            left join template_version v on v.workspace_id = t.workspace_id and v.template_id = t.id
                and v.number = t.submitted_version and t.submitted_version <> t.version_number
            """;

    private static final String WAITING = "('PENDING', 'SUBMITTING', 'PAUSED')";
    private static final String AT_META = "('PENDING', 'SUBMITTING', 'PAUSED', 'APPROVED', 'REJECTED', 'DISABLED')";

    /** Null when there is none. */
    Uni<Submission> find(SqlConnection connection, UUID workspaceId, UUID templateId) {
        return one(
                connection,
                SELECT + "where t.workspace_id = $1 and t.id = $2 and t.status <> 'DELETED'",
                workspaceId,
                templateId);
    }

    /** Locked, so that requests and reports follow each other. */
    Uni<Submission> lock(SqlConnection connection, UUID workspaceId, UUID templateId) {
        return one(
                connection,
                SELECT + "where t.workspace_id = $1 and t.id = $2 for update of t",
                workspaceId,
                templateId);
    }

    /** The template that this account knows by name and language, locked; null when we have not handed one in. */
    Uni<Submission> lockReported(
            SqlConnection connection, UUID workspaceId, String wabaId, String name, String language) {
        return one(connection, SELECT + """
                where t.workspace_id = $1 and t.waba_id = $2 and t.name = $3 and t.language = $4
                  and t.status not in ('DRAFT', 'DELETED') for update of t""", workspaceId, wabaId, name, language);
    }

    /**
     * Those that wait for Meta's word and were last looked at before the first moment, and all others that Meta has and that were
     * last looked at before the second, of every workspace that the role sees.
     */
    Uni<List<Submission>> overdue(SqlConnection connection, Instant waiting, Instant settled, int limit) {
        return many(
                connection,
                SELECT + "where t.status in " + AT_META + """
                 and t.looked_at < $1 and (t.looked_at < $2 or t.status in\s""" + WAITING + ") order by t.looked_at limit $3",
                at(waiting),
                at(settled),
                limit);
    }

    /** All of a workspace that Meta has, the longest unseen first. */
    Uni<List<Submission>> atMeta(SqlConnection connection, UUID workspaceId, int limit) {
        return many(
                connection,
                SELECT + "where t.workspace_id = $1 and t.looked_at is not null and t.status in " + AT_META
                        + " order by t.looked_at limit $2",
                workspaceId,
                limit);
    }

    /** From now on Meta may have it. What another account knew of it is forgotten. */
    Uni<Void> begin(
            SqlConnection connection, Submission submission, UUID channelId, String wabaId, UUID by, Instant now) {
        return connection
                .preparedQuery("""
                        update template set status = 'SUBMITTING', channel_id = $3, waba_id = $4, submitted_by = $5,
                            submitted_at = $6, looked_at = $6, updated_at = $6, reason = null, revision = revision + 1,
                            status_before = case when status = 'SUBMITTING' then status_before else status end,
                            submitted_before = case when status = 'SUBMITTING' then submitted_before else submitted_version end,
                            submitted_version = version_number,
                            provider_template_id = case when waba_id = $4 then provider_template_id end,
                            provider_status = case when waba_id = $4 then provider_status end,
                            status_reported_at = case when waba_id = $4 then status_reported_at end
                        where workspace_id = $1 and id = $2""")
                .execute(tuple(submission.workspaceId(), submission.templateId(), channelId, wabaId, by, at(now)))
                .replaceWithVoid();
    }

    /** Meta certainly does not have this attempt: the content may change again. */
    Uni<Void> giveBack(SqlConnection connection, Submission attempt) {
        return connection
                .preparedQuery("""
                        update template set revision = revision + 1,
                            status = coalesce(status_before,
                                case when provider_template_id is null then 'DRAFT' else 'REJECTED' end),
                            submitted_version = submitted_before
                        where workspace_id = $1 and id = $2 and status = 'SUBMITTING' and submitted_at = $3""")
                .execute(tuple(attempt.workspaceId(), attempt.templateId(), at(attempt.submittedAt())))
                .replaceWithVoid();
    }

    /** Meta has it, under this id and in this category. Empty when a report was faster; then only the id is kept. */
    Uni<Optional<Long>> accepted(
            SqlConnection connection, Submission submission, String providerTemplateId, String category) {
        return connection
                .preparedQuery("""
                        update template set status = 'PENDING', provider_template_id = $3, provider_status = 'PENDING',
                            category = $4, updated_at = now(), revision = revision + 1
                        where workspace_id = $1 and id = $2 and status = 'SUBMITTING' returning revision""")
                .execute(tuple(submission.workspaceId(), submission.templateId(), providerTemplateId, category))
                .map(SubmissionStore::version);
    }

    /** The event version after the change. */
    Uni<Long> report(SqlConnection connection, Submission submission, Report report, TemplateStatus status) {
        return connection
                .preparedQuery("""
                        update template set status = $3, reason = $4, provider_template_id = $5, provider_status = $6,
                            status_reported_at = $7, updated_at = now(), revision = revision + 1
                        where workspace_id = $1 and id = $2 returning revision""")
                .execute(tuple(
                        submission.workspaceId(),
                        submission.templateId(),
                        status.name(),
                        report.reason(),
                        report.providerTemplateId(),
                        report.status(),
                        at(report.at())))
                .map(rows -> version(rows).orElseThrow());
    }

    /** What Meta says beside the state. The event version after it; empty when nothing is new. */
    Uni<Optional<Long>> note(
            SqlConnection connection, Submission submission, String category, String quality, String expectedCategory) {
        return connection
                .preparedQuery("""
                        update template set category = $3, quality = $4, expected_category = $5, updated_at = now(),
                            revision = revision + 1
                        where workspace_id = $1 and id = $2
                          and (category, quality, expected_category) is distinct from ($3, $4, $5)
                        returning revision""")
                .execute(tuple(submission.workspaceId(), submission.templateId(), category, quality, expectedCategory))
                .map(SubmissionStore::version);
    }

    Uni<Void> looked(SqlConnection connection, Submission submission, Instant now) {
        return connection
                .preparedQuery("update template set looked_at = $3 where workspace_id = $1 and id = $2")
                .execute(tuple(submission.workspaceId(), submission.templateId(), at(now)))
                .replaceWithVoid();
    }

    /** The event version after it; empty when it was deleted already. */
    Uni<Optional<Long>> delete(SqlConnection connection, Submission submission) {
        return connection
                .preparedQuery("""
                        update template set status = 'DELETED', updated_at = now(), revision = revision + 1
                        where workspace_id = $1 and id = $2 and status not in ('DELETED', 'SUBMITTING')
                        returning revision""")
                .execute(tuple(submission.workspaceId(), submission.templateId()))
                .map(SubmissionStore::version);
    }

    private Uni<Submission> one(SqlConnection connection, String sql, Object... parameters) {
        return many(connection, sql, parameters).map(found -> found.isEmpty() ? null : found.getFirst());
    }

    private Uni<List<Submission>> many(SqlConnection connection, String sql, Object... parameters) {
        return connection.preparedQuery(sql).execute(tuple(parameters)).map(rows -> {
            var found = new ArrayList<Submission>();
            rows.forEach(row -> found.add(read(row)));
            return found;
        });
    }

    private static Submission read(Row row) {
        var category = TemplateCategory.valueOf(row.getString("category"));
        var content = content(category, row.getString("body"), row.getString("parts"));
        var old = row.getString("old_body") == null
                ? content
                : content(category, row.getString("old_body"), row.getString("old_parts"));
        return new Submission(
                row.getUUID("workspace_id"),
                row.getUUID("id"),
                row.getString("name"),
                row.getString("language"),
                content,
                TemplateStatus.valueOf(row.getString("status")),
                row.getInteger("version_number"),
                row.getUUID("channel_id"),
                row.getString("waba_id"),
                row.getString("provider_template_id"),
                row.getString("provider_status"),
                instant(row.getOffsetDateTime("status_reported_at")),
                row.getUUID("submitted_by"),
                instant(row.getOffsetDateTime("submitted_at")),
                new Submission.History(
                        old,
                        row.getInteger("submitted_version"),
                        row.getString("status_before") == null
                                ? null
                                : TemplateStatus.valueOf(row.getString("status_before")),
                        row.getString("quality"),
                        row.getString("expected_category")));
    }

    private static TemplateContent content(TemplateCategory category, String body, String parts) {
        return new TemplateContent(category, body, PARTS.convertToEntityAttribute(parts));
    }

    /** Events count from 1, revisions from 0. */
    private static Optional<Long> version(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getLong("revision") + 1);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(Arrays.asList(values));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
