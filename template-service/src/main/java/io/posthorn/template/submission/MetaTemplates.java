package io.posthorn.template.submission;

import io.posthorn.cloudapi.client.ProviderTemplate;
import io.posthorn.cloudapi.client.TemplateApi;
import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.CloudApiException.Kind;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.template.template.TemplateProblems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a template to Meta at most once. Name and language are unique there, so an attempt whose fate is unknown is
 * looked up before anything is made, and what is there with the same content is taken for ours.
 */
@ApplicationScoped
class MetaTemplates {
    private final TemplateApi meta;

    MetaTemplates(TemplateApi meta) {
        this.meta = meta;
    }

    /**
     * Fails with {@link NotTaken} when Meta certainly does not have it, with a problem when nobody knows.
     *
     * @param repeated whether an attempt before this one may have reached Meta
     */
    Uni<ProviderTemplate> handIn(
            Credentials credentials, Submission submission, Map<UUID, String> handles, boolean repeated) {
        if (submission.providerTemplateId() != null) {
            return change(credentials, submission, handles);
        }
        if (!repeated) {
            return create(credentials, submission, handles);
        }
        return find(credentials, submission)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(() -> adopted(found.get(), submission))
                        : create(credentials, submission, handles));
    }

    Uni<ProviderTemplate> read(Credentials credentials, Submission submission) {
        return meta.read(credentials, submission.providerTemplateId())
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::unknown);
    }

    /** Empty when Meta does not know it any more. */
    Uni<Optional<ProviderTemplate>> look(Credentials credentials, Submission submission) {
        return meta.read(credentials, submission.providerTemplateId())
                .map(Optional::of)
                .onFailure(MetaTemplates::isRefusal)
                .recoverWithUni(refusal -> find(credentials, submission)
                        .map(found -> found.filter(there -> there.id().equals(submission.providerTemplateId()))))
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::unknown);
    }

    /** Gone is gone, whoever deleted it. */
    Uni<Void> delete(Credentials credentials, Submission submission) {
        return meta.delete(credentials, submission.wabaId(), submission.name(), submission.providerTemplateId())
                .onFailure(MetaTemplates::isRefusal)
                .recoverWithUni(refusal -> find(credentials, submission)
                        .invoke(found -> refuseIfThere(found, submission, (CloudApiException) refusal))
                        .replaceWithVoid())
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::unknown);
    }

    Uni<Optional<ProviderTemplate>> find(Credentials credentials, Submission submission) {
        return meta.find(credentials, submission.wabaId(), submission.name(), submission.language())
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::unknown);
    }

    private Uni<ProviderTemplate> create(Credentials credentials, Submission submission, Map<UUID, String> handles) {
        return meta.create(credentials, submission.wabaId(), submission.document(handles))
                .onFailure(SubmissionProblems::isTaken)
                .recoverWithUni(taken -> find(credentials, submission)
                        .map(found -> adopted(found.orElseThrow(() -> (CloudApiException) taken), submission)))
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::fate);
    }

    /**
     * What Meta has is corrected in its place, unless an attempt before has done it. Where Meta does not know it any
     * more, it is made again: name and language keep that from being a second one.
     */
    private Uni<ProviderTemplate> change(Credentials credentials, Submission submission, Map<UUID, String> handles) {
        return meta.read(credentials, submission.providerTemplateId())
                .map(Optional::of)
                .onFailure(MetaTemplates::isRefusal)
                .recoverWithItem(Optional.empty())
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::unknown)
                .chain(there -> there.map(found -> corrected(credentials, submission, handles, found))
                        .orElseGet(() -> create(credentials, submission, handles)));
    }

    private Uni<ProviderTemplate> corrected(
            Credentials credentials, Submission submission, Map<UUID, String> handles, ProviderTemplate there) {
        return isThereAlready(there, submission)
                ? Uni.createFrom().item(there)
                : edit(credentials, submission, handles).chain(() -> read(credentials, submission));
    }

    /** One that Meta looks at already may be this very one, handed in a moment before by somebody else. */
    private Uni<Void> edit(Credentials credentials, Submission submission, Map<UUID, String> handles) {
        return meta.edit(credentials, submission.providerTemplateId(), submission.edit(handles))
                .onFailure(SubmissionProblems::isInReview)
                .recoverWithUni(refusal -> meta.read(credentials, submission.providerTemplateId())
                        .invoke(there -> {
                            if (!isThereAlready(there, submission)) {
                                throw (CloudApiException) refusal;
                            }
                        })
                        .replaceWithVoid())
                .onFailure(CloudApiException.class)
                .transform(MetaTemplates::fate);
    }

    private static boolean isThereAlready(ProviderTemplate there, Submission submission) {
        return !there.status().equals("REJECTED") && submission.isSame(there.components());
    }

    private static ProviderTemplate adopted(ProviderTemplate found, Submission submission) {
        if (submission.isSame(found.components())) {
            return found;
        }
        throw new NotTaken(new ProblemException(
                TemplateProblems.EXISTS,
                "The account has another template %s in %s".formatted(submission.name(), submission.language())));
    }

    private static void refuseIfThere(
            Optional<ProviderTemplate> found, Submission submission, CloudApiException refusal) {
        if (found.filter(there -> there.id().equals(submission.providerTemplateId()))
                .isPresent()) {
            throw refusal;
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof CloudApiException refusal && refusal.kind() == Kind.REFUSED;
    }

    private static Throwable fate(Throwable failure) {
        var problem = SubmissionProblems.of((CloudApiException) failure);
        return ((CloudApiException) failure).kind() == Kind.NO_ANSWER ? problem : new NotTaken(problem);
    }

    private static Throwable unknown(Throwable failure) {
        return SubmissionProblems.of((CloudApiException) failure);
    }
}
