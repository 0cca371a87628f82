package io.posthorn.cloudapi.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {
    @ParameterizedTest
    @CsvSource({
        "0, ACCOUNT", "199, NEVER", "200, ACCOUNT", "250, ACCOUNT", "299, ACCOUNT", "300, NEVER",
        "131201, NEVER", "131208, WAIT", "131209, NEVER", "131215, NEVER", "133008, WAIT", "139103, RETRY",
        "-1, NEVER", "99999999999, NEVER", "2593108, NEVER", "131049, WAIT", "131042, ACCOUNT"
    })
    void classifiesCodesAndRanges(long code, ErrorClass errorClass) {
        assertThat(ErrorTable.classify(code)).isEqualTo(errorClass);
    }

    @Test
    void tellsADeletedNumberFromAWrongParameter() {
        var gone = new GraphError(
                100,
                Optional.of(33),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);

        var errorClass = ErrorTable.classify(gone, 400);

        assertThat(errorClass).isEqualTo(ErrorClass.ACCOUNT);
        assertThat(CloudApiException.refused(400, gone).remedy()).contains("deleted");
    }

    @Test
    void repeatsAnUnknownCodeThatMetaCallsPassing() throws IOException {
        var body = new ObjectMapper().readTree("""
                {"error":{"message":"x","code":139999,"is_transient":true,"error_data":"a bare string"}}""");

        var error = GraphError.of(body).orElseThrow();

        assertThat(ErrorTable.classify(error, 400)).isEqualTo(ErrorClass.RETRY);
        assertThat(error.explanation()).isEqualTo("a bare string");
    }

    @Test
    void hasARemedyForPeopleAndATitle() {
        assertThat(ErrorTable.remedy(131047)).contains("template");
        assertThat(ErrorTable.title(131047)).contains("Re-engagement message");
        assertThat(ErrorTable.title(7)).isEmpty();
    }
}
