package io.posthorn.simulator.templaterule;

import io.posthorn.simulator.SimulatorClient;
import io.posthorn.simulator.reference.Shows;
import io.posthorn.simulator.template.TemplateTrial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SpecialFormsIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    private static final String OFFER =
            "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Ends soon','has_expiration':true}}";
    private static final String OFFER_BUTTONS =
            "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'SAVE20'},{'type':'URL','text':'Shop','url':'https://a.example'}]}";

    @Shows({"C6.4", "C9.11", "C9.12", "C9.13"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BODY,OFFER,PAIR",
                "IMAGE,BODY,OFFER,PAIR",
                "VIDEO,{'type':'BODY','text':'<x600>'},OFFER,PAIR",
                "BODY,{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'<x16>'}},{'type':'BUTTONS','buttons':[{'type':'URL','text':'Shop','url':'https://a.example'}]}",
                "BODY,{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Soon','has_expiration':false}},PAIR"
            })
    void takesOffers(String components) {
        trial.takes("MARKETING", offer(components));
    }

    @Shows({"C6.4", "C7.4", "C8.11", "C9.11", "C9.12", "C9.13"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            UTILITY   | Only marketing | BODY,OFFER,PAIR
            MARKETING | 2388043 | BODY,{'type':'LIMITED_TIME_OFFER','limited_time_offer':{}},PAIR
            MARKETING | 2388040 | BODY,{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'<x17>'}},PAIR
            MARKETING | 2388042 | BODY,{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Soon','colour':'red'}},PAIR
            MARKETING | FOOTER is not allowed | BODY,OFFER,{'type':'FOOTER','text':'Us'},PAIR
            MARKETING | 2388047 | {'type':'HEADER','format':'TEXT','text':'Offer'},BODY,OFFER,PAIR
            MARKETING | 2388040 | {'type':'BODY','text':'<x601>'},OFFER,PAIR
            MARKETING | COPY_CODE | BODY,OFFER
            MARKETING | COPY_CODE | BODY,OFFER,{'type':'BUTTONS','buttons':[{'type':'URL','text':'Shop','url':'https://a.example'}]}
            MARKETING | COPY_CODE | BODY,OFFER,{'type':'BUTTONS','buttons':[{'type':'URL','text':'Shop','url':'https://a.example'},{'type':'COPY_CODE','example':'SAVE20'}]}
            MARKETING | 2388040 | BODY,OFFER,{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','example':'<x16>'},{'type':'URL','text':'Shop','url':'https://a.example'}]}
            """)
    void refusesOffers(String category, String expected, String components) {
        trial.refuses(expected, category, offer(components));
    }

    @Shows({"C5.14", "C6.3", "C8.15", "C8.16", "C8.17", "C9.20", "C9.21", "C9.22"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'HEADER','format':'TEXT','text':'For you'},BODY,{'type':'BUTTONS','buttons':[{'type':'MPM','text':'View items'}]}",
                "{'type':'HEADER','format':'TEXT','text':'For you'},BODY,{'type':'FOOTER','text':'Us'},{'type':'BUTTONS','buttons':[{'type':'MPM'}]}",
                "BODY,{'type':'FOOTER','text':'Us'},{'type':'BUTTONS','buttons':[{'type':'CATALOG','text':'View catalog'}]}",
                "{'type':'HEADER','format':'PRODUCT'},{'type':'BODY','text':'<x160>'},{'type':'FOOTER','text':'Us'},{'type':'BUTTONS','buttons':[{'type':'SPM','text':'View'}]}"
            })
    void takesProducts(String components) {
        trial.takes("MARKETING", components);
    }

    @Shows({"C5.14", "C6.3", "C8.15", "C8.16", "C8.17", "C9.20", "C9.21", "C9.22"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388047 | BODY,{'type':'BUTTONS','buttons':[{'type':'MPM'}]}
            2388047 | IMAGE,BODY,{'type':'BUTTONS','buttons':[{'type':'MPM'}]}
            2388047 | BODY,{'type':'BUTTONS','buttons':[{'type':'SPM'}]}
            2388040 | {'type':'HEADER','format':'PRODUCT'},{'type':'BODY','text':'<x161>'},{'type':'BUTTONS','buttons':[{'type':'SPM'}]}
            HEADER is not allowed | {'type':'HEADER','format':'TEXT','text':'Us'},BODY,{'type':'BUTTONS','buttons':[{'type':'CATALOG'}]}
            stands alone | BODY,{'type':'BUTTONS','buttons':[{'type':'CATALOG'},{'type':'QUICK_REPLY','text':'No'}]}
            1 buttons of type MPM | {'type':'HEADER','format':'TEXT','text':'Us'},BODY,{'type':'BUTTONS','buttons':[{'type':'MPM'},{'type':'MPM'}]}
            is always 'View catalog' | BODY,{'type':'BUTTONS','buttons':[{'type':'CATALOG','text':'Buy now'}]}
            """)
    void refusesProducts(String expected, String components) {
        trial.refuses(expected, "MARKETING", components);
    }

    @Shows({"C8.18"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BODY,{'type':'BUTTONS','buttons':[{'type':'CATALOG'}]}",
                "{'type':'HEADER','format':'TEXT','text':'For you'},BODY,{'type':'BUTTONS','buttons':[{'type':'MPM'}]}",
                "{'type':'HEADER','format':'PRODUCT'},BODY,{'type':'BUTTONS','buttons':[{'type':'SPM'}]}"
            })
    void refusesProductsWithoutACatalog(String components) {
        trial.world().change("{\"templates\":{\"catalogConnected\":false}}");

        trial.refuses("No catalog is connected", "MARKETING", components);
    }

    @Shows({"C9.23"})
    @Test
    void takesRequestsToCall() {
        var request = "BODY,{'type':'call_permission_request'}";

        trial.refuses(
                "BUTTONS is not allowed",
                "UTILITY",
                request + ",{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'A'}]}");
        trial.refuses("2388042", "UTILITY", "BODY,{'type':'CALL_PERMISSION_REQUEST','text':'May we?'}");
        trial.takes("UTILITY", request);
    }

    @Shows({"C8.20"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            is always | {'type':'REQUEST_CONTACT_INFO','text':'Who are you'}
            1 buttons of type REQUEST_CONTACT_INFO | {'type':'REQUEST_CONTACT_INFO'},{'type':'REQUEST_CONTACT_INFO'}
            """)
    void refusesRequestsForContacts(String expected, String buttons) {
        trial.refuses(expected, "MARKETING", "BODY,{'type':'BUTTONS','buttons':[%s]}".formatted(buttons));
    }

    private static String offer(String components) {
        return components.replaceAll("(?<=,)OFFER(?=,|$)", OFFER).replace("PAIR", OFFER_BUTTONS);
    }
}
