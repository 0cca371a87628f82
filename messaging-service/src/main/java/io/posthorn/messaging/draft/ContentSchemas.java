package io.posthorn.messaging.draft;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How contents look, for the API document only: they are read by {@code MessageReader}, which knows every rule.
 */
final class ContentSchemas {
    private static final String FILE = "The id of a file that was uploaded here; or give a link";

    private ContentSchemas() {}

    @Schema(name = "TextContent", requiredProperties = "body")
    record Text(@Schema(minLength = 1, maxLength = 4096) String body, Boolean previewUrl) {}

    @Schema(name = "FileContent")
    record File(
            @Schema(description = FILE) UUID mediaId,
            @Schema(pattern = "^https://") String link) {}

    @Schema(name = "CaptionedFileContent")
    record CaptionedFile(
            @Schema(description = FILE) UUID mediaId,
            @Schema(pattern = "^https://") String link,
            @Schema(maxLength = 1024) String caption) {}

    @Schema(name = "AudioContent")
    record Audio(
            @Schema(description = FILE) UUID mediaId,
            @Schema(pattern = "^https://") String link,

            @Schema(description = "A voice note: Ogg with Opus")
            Boolean voice) {}

    @Schema(name = "DocumentContent")
    record Document(
            @Schema(description = FILE) UUID mediaId,
            @Schema(pattern = "^https://") String link,
            @Schema(maxLength = 1024) String caption,
            @Schema(maxLength = 240) String filename) {}

    @Schema(
            name = "LocationContent",
            requiredProperties = {"latitude", "longitude"})
    record Location(String latitude, String longitude, String name, String address) {}

    @Schema(name = "ContactContent", requiredProperties = "name")
    record Contact(
            Name name,
            List<Phone> phones,
            List<Email> emails,
            List<Url> urls,
            List<Address> addresses,
            Organization org,
            @Schema(format = "date") String birthday) {}

    @Schema(name = "ContactName", requiredProperties = "formattedName")
    record Name(
            String formattedName, String firstName, String lastName, String middleName, String prefix, String suffix) {}

    @Schema(name = "ContactPhone")
    record Phone(String phone, String type, String waId) {}

    @Schema(name = "ContactEmail")
    record Email(String email, String type) {}

    @Schema(name = "ContactUrl")
    record Url(String url, String type) {}

    @Schema(name = "ContactAddress")
    record Address(
            String street, String city, String state, String zip, String country, String countryCode, String type) {}

    @Schema(name = "ContactOrganization")
    record Organization(String company, String department, String title) {}

    @Schema(
            name = "ReactionContent",
            requiredProperties = {"messageId", "emoji"})
    record Reaction(
            @Schema(description = "A message that the customer wrote")
            UUID messageId,

            @Schema(description = "One emoji; empty takes the reaction back")
            String emoji) {}
}
