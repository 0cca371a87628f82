package io.posthorn.cloudapi.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violations;

/** Where Meta finds a file: uploaded before, by its id, or at a public address that Meta fetches. */
public sealed interface MediaReference {
    int MAX_LINK = 2048;

    record Uploaded(String id) implements MediaReference {
        @Override
        public ObjectNode toJson() {
            return Json.object().put("id", id);
        }

        @Override
        public void check(Violations found, String pointer) {
            found.id(pointer + "/id", "media_id", id);
        }
    }

    record Linked(String link) implements MediaReference {
        @Override
        public ObjectNode toJson() {
            return Json.object().put("link", link);
        }

        @Override
        public void check(Violations found, String pointer) {
            found.url(pointer + "/link", "media_link", link, MAX_LINK);
            found.require(
                    link == null || !link.regionMatches(true, 0, "http:", 0, 5),
                    pointer + "/link",
                    "media_link_insecure",
                    "Meta fetches files by https only");
        }
    }

    static MediaReference uploaded(String id) {
        return new Uploaded(id);
    }

    static MediaReference linked(String link) {
        return new Linked(link);
    }

    ObjectNode toJson();

    void check(Violations found, String pointer);
}
