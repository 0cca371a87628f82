package io.posthorn.cloudapi.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violations;
import java.util.regex.Pattern;

/** Whom a message goes to. Customers who hide their phone are known by a business-scoped user id only. */
public sealed interface Recipient {
    Pattern PHONE = Pattern.compile("\\+[0-9]{5,20}");
    Pattern USER_ID = Pattern.compile("[A-Z]{2}(\\.ENT)?\\.[A-Za-z0-9]{1,128}");

    /** In E.164 with its plus: without it Meta puts the sender's country in front. */
    record Phone(String number) implements Recipient {
        @Override
        public void writeTo(ObjectNode body) {
            body.put("recipient_type", "individual").put("to", number);
        }

        @Override
        public void check(Violations found) {
            found.require(
                    number != null && PHONE.matcher(number).matches(),
                    "/to",
                    "phone_format",
                    "Write the number with plus and country code: +15550002000");
        }

        @Override
        public String toString() {
            return "Phone[hidden]";
        }
    }

    record User(String userId) implements Recipient {
        @Override
        public void writeTo(ObjectNode body) {
            body.put("recipient_type", "individual").put("recipient", userId);
        }

        @Override
        public void check(Violations found) {
            found.require(
                    userId != null && USER_ID.matcher(userId).matches(),
                    "/recipient",
                    "user_id_format",
                    "A user id is a country, a dot and letters or digits: US.900000000000000001");
        }

        @Override
        public String toString() {
            return "User[hidden]";
        }
    }

    record Group(String groupId) implements Recipient {
        @Override
        public void writeTo(ObjectNode body) {
            body.put("recipient_type", "group").put("to", groupId);
        }

        @Override
        public void check(Violations found) {
            found.id("/to", "group_id", groupId);
        }

        @Override
        public String toString() {
            return "Group[hidden]";
        }
    }

    void writeTo(ObjectNode body);

    void check(Violations found);
}
