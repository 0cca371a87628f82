package io.posthorn.media.intake;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.media.MediaConfig;
import io.posthorn.media.format.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How large a file of each kind may be. */
@ApplicationScoped
class SizeLimits {
    private final MediaConfig config;

    SizeLimits(MediaConfig config) {
        this.config = config;
    }

    /** While a file can still be of any kind, the largest limit holds. */
    void require(long size) {
        require(size, List.of(MediaKind.values()));
    }

    void require(long size, Collection<MediaKind> kinds) {
        long limit = kinds.stream().mapToLong(this::limit).max().orElse(0);
        if (size > limit) {
            var kind = kinds.size() == 1 ? kinds.iterator().next().word() + " files" : "Files";
            throw new ProblemException(
                    IntakeProblems.TOO_LARGE,
                    "%s may have at most %d bytes"
                            .formatted(Character.toUpperCase(kind.charAt(0)) + kind.substring(1), limit));
        }
    }

    /** More than any file may have is not even fetched. */
    long most() {
        return Arrays.stream(MediaKind.values()).mapToLong(this::limit).max().orElse(0);
    }

    private long limit(MediaKind kind) {
        var limit =
                switch (kind) {
                    case IMAGE -> config.maxImageSize();
                    case VIDEO -> config.maxVideoSize();
                    case DOCUMENT -> config.maxDocumentSize();
                    case AUDIO -> config.maxAudioSize();
                };
        return limit.asLongValue();
    }
}
