package io.posthorn.media.link;

import io.posthorn.media.media.Disposition;
import io.posthorn.media.media.MediaContent;

/** What a link leads to. */
record OpenedLink(MediaContent content, Disposition disposition) {}
