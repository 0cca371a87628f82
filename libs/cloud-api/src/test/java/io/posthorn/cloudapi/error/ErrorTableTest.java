package io.posthorn.cloudapi.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTableTest {
    private static final Path REFERENCE = Path.of("../../docs/simulator-reference.csv");
    private static final Pattern CODES =
            Pattern.compile("F2\\.[^,]*,[^,]*,\"?(\\d+)(?:-(\\d+)|/(\\d+))?(?: and (\\d+)(?:/(\\d+))?)?[ :].*");
    private static final Pattern SUBCODES = Pattern.compile("F[34]\\.[^,]*,[^,]*,\"?(\\d{7})(?: and (\\d{7}))? .*");

    /** Every code of the project's list of what Meta answers. */
    static Stream<Arguments> codes() throws IOException {
        return Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.startsWith("F2."))
                .map(CODES::matcher)
                .peek(line -> assertThat(line.matches()).as(line.toString()).isTrue())
                .flatMap(line -> {
                    var first = Integer.parseInt(line.group(1));
                    var last = line.group(2) == null ? first : Integer.parseInt(line.group(2));
                    var range = IntStream.rangeClosed(first, last)
                            .mapToObj(code -> Arguments.of(code, number(line.group(3))));
                    return line.group(4) == null
                            ? range
                            : Stream.concat(
                                    range,
                                    Stream.of(Arguments.of(Integer.parseInt(line.group(4)), number(line.group(5)))));
                });
    }

    static Stream<Integer> subcodes() throws IOException {
        return Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.matches("F[34]\\.\\d+,.*\"?\\d{7}.*"))
                .map(SUBCODES::matcher)
                .peek(line -> assertThat(line.matches()).as(line.toString()).isTrue())
                .flatMap(line -> Stream.of(Optional.of(line.group(1)), Optional.ofNullable(line.group(2))))
                .flatMap(Optional::stream)
                .map(Integer::valueOf);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void knowsEveryCodeOfTheReference(int code, Optional<Integer> subcode) {
        var row = ErrorTable.find(code, subcode).orElseThrow();

        assertThat(row.subcode()).isEqualTo(subcode);
        assertThat(row.title()).isNotBlank();
        assertThat(row.meaning()).isNotBlank();
        assertThat(row.remedy()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("subcodes")
    void knowsEverySubcodeOfTheReference(int subcode) {
        assertThat(ErrorTable.rows()).anyMatch(row -> row.subcode().equals(Optional.of(subcode)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, TOKEN",
        "1, RETRY",
        "2, RETRY",
        "3, ACCOUNT",
        "4, WAIT",
        "10, ACCOUNT",
        "17, WAIT",
        "33, ACCOUNT",
        "100, FIX",
        "104, TOKEN",
        "190, TOKEN",
        "192, FIX",
        "199, NEVER",
        "200, ACCOUNT",
        "250, ACCOUNT",
        "299, ACCOUNT",
        "300, NEVER",
        "368, ACCOUNT",
        "613, WAIT",
        "80007, WAIT",
        "80008, WAIT",
        "130403, NEVER",
        "130429, RETRY",
        "130472, NEVER",
        "131000, RETRY",
        "131005, ACCOUNT",
        "131008, FIX",
        "131016, RETRY",
        "131026, NEVER",
        "131031, ACCOUNT",
        "131042, WAIT",
        "131047, NEVER",
        "131048, ACCOUNT",
        "131049, WAIT",
        "131050, NEVER",
        "131056, WAIT",
        "131057, WAIT",
        "131063, FIX",
        "131201, FIX",
        "131207, NEVER",
        "131208, WAIT",
        "131209, FIX",
        "131215, FIX",
        "132000, FIX",
        "132015, WAIT",
        "132016, NEVER",
        "132069, WAIT",
        "133004, RETRY",
        "133006, ACCOUNT",
        "133008, WAIT",
        "133010, ACCOUNT",
        "133016, WAIT",
        "134102, FIX",
        "137000, NEVER",
        "139103, RETRY",
        "139200, FIX",
        "-1, NEVER",
        "99999999999, NEVER",
        "2593108, NEVER"
    })
    void classifiesCodesAndRanges(long code, ErrorClass errorClass) {
        assertThat(ErrorTable.classify(code)).isEqualTo(errorClass);
    }

    @Test
    void tellsADeletedObjectFromAWrongParameter() {
        var gone = error(100, 33, false);

        assertThat(ErrorTable.classify(gone, 400)).isEqualTo(ErrorClass.ACCOUNT);
        assertThat(CloudApiException.refused(400, gone).remedy()).contains("deleted");
        assertThat(ErrorTable.classify(error(100, 2388024, false), 400)).isEqualTo(ErrorClass.FIX);
    }

    @ParameterizedTest
    @CsvSource({
        "139999, 400, true, RETRY",
        "139999, 500, false, RETRY",
        "139999, 503, false, RETRY",
        "139999, 400, false, NEVER",
        "131047, 500, true, NEVER"
    })
    void repeatsUnknownCodesOnlyWhereMetaCallsThemPassing(
            int code, int status, boolean passing, ErrorClass errorClass) {
        assertThat(ErrorTable.classify(error(code, 1, passing), status)).isEqualTo(errorClass);
    }

    @Test
    void readsDetailsThatAreABareString() throws IOException {
        var body = new ObjectMapper().readTree("""
                {"error":{"message":"x","code":139999,"is_transient":true,"error_data":"a bare string"}}""");

        var error = GraphError.of(body).orElseThrow();

        assertThat(error.explanation()).isEqualTo("a bare string");
    }

    @Test
    void saysHowLongToWaitWhereThatIsKnown() {
        assertThat(CloudApiException.refused(400, error(133016, 0, false))
                        .known()
                        .flatMap(KnownError::lasts))
                .contains(Duration.ofHours(72));
        assertThat(ErrorTable.find(131049).flatMap(KnownError::lasts)).contains(Duration.ofHours(24));
        assertThat(ErrorTable.find(4).flatMap(KnownError::lasts)).isEmpty();
    }

    @Test
    void hasARemedyForPeopleAndATitle() {
        assertThat(ErrorTable.remedy(131047)).contains("template");
        assertThat(ErrorTable.title(131047)).contains("Re-engagement message");
        assertThat(ErrorTable.title(7)).isEmpty();
        assertThat(ErrorTable.remedy(7)).contains("Meta's list");
    }

    private static GraphError error(int code, int subcode, boolean passing) {
        var none = Optional.<String>empty();
        return new GraphError(code, Optional.of(subcode), "", none, none, none, none, passing);
    }

    private static Optional<Integer> number(String digits) {
        return Optional.ofNullable(digits).map(Integer::valueOf);
    }
}
