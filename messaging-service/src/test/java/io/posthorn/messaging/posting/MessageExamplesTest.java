package io.posthorn.messaging.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.posthorn.messaging.draft.SendMessageRequest;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static Stream<String> examples() {
        return Arrays.stream(MessageExamples.class.getDeclaredFields()).map(MessageExamplesTest::text);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadAsAClientsRequestWouldBe(String example) throws IOException {
        var request = JSON.readValue(example, SendMessageRequest.class);

        var draft = request.toDraft();

        assertThat(request.isAddressed()).isTrue();
        assertThat(draft.content().type()).isEqualTo(request.type());
    }

    private static String text(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
