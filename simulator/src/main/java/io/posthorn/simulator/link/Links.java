package io.posthorn.simulator.link;

import io.posthorn.simulator.media.MediaKind;
import io.posthorn.simulator.outbound.Download;
import io.posthorn.simulator.outbound.Downloads;
import io.posthorn.simulator.world.World;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Fetches what sends link to. */
@ApplicationScoped
public class Links {
    private final Downloads downloads;

    Links(Downloads downloads) {
        this.downloads = downloads;
    }

    /** Why one of the files cannot be sent; fails when the world has forgotten the message before that was known. */
    public Future<Optional<String>> misfit(World world, List<LinkedFile> files) {
        var kept = KeptFiles.of(world);
        var misfits = files.stream()
                .map(file -> kept.find(file.address(), this::fetch).map(file::misfit))
                .toList();
        return Future.all(misfits)
                .compose(all -> KeptFiles.of(world) == kept
                        ? Future.succeededFuture(first(all.list()))
                        : Future.failedFuture(new CancellationException("The world was reset")));
    }

    private Future<Download> fetch(String address) {
        return downloads.read(address, Links::longest);
    }

    /** Files of types that cannot be sent are not read at all. */
    private static long longest(String mimeType) {
        return MediaKind.of(mimeType).map(MediaKind::largest).orElse(0);
    }

    private static Optional<String> first(List<Optional<String>> misfits) {
        return misfits.stream().flatMap(Optional::stream).findFirst();
    }
}
