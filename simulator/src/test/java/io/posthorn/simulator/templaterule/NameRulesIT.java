package io.posthorn.simulator.templaterule;

import static org.assertj.core.api.Assertions.assertThat;

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
class NameRulesIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    @Shows({"C3.1", "C3.8", "C3.9", "F4.8"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388046 | {'name':'Bad Name','language':'en','category':'UTILITY','components':[BODY]}
            2388046 | {'name':'bad-name','language':'en','category':'UTILITY','components':[BODY]}
            2388046 | {'name':'<x513>','language':'en','category':'UTILITY','components':[BODY]}
            supported language | {'name':'a','language':'xx','category':'UTILITY','components':[BODY]}
            supported language | {'name':'a','language':'en-US','category':'UTILITY','components':[BODY]}
            category must be one of | {'name':'a','language':'en','category':'NEWS','components':[BODY]}
            components is required | {'name':'a','language':'en','category':'UTILITY','components':[]}
            name is required | {'language':'en','category':'UTILITY','components':[BODY]}
            language is required | {'name':'a','category':'UTILITY','components':[BODY]}
            category is required | {'name':'a','language':'en','components':[BODY]}
            must be one of | {'name':'a','language':'en','category':'UTILITY','components':[{'type':'SIDE'}]}
            array of objects | {'name':'a','language':'en','category':'UTILITY','components':['BODY ']}
            parameter_format must be | {'name':'a','language':'en','category':'UTILITY','parameter_format':'ORAL','components':[BODY]}
            must be an integer | {'name':'a','language':'en','category':'UTILITY','message_send_ttl_seconds':'soon','components':[BODY]}
            """)
    void refusesNamesAndTheLike(String expected, String body) {
        TemplateTrial.refused(expected, trial.world().createTemplate(trial.json(body)));
    }

    @Shows({"C3.1"})
    @Test
    void takesLongNames() {
        assertThat(trial.create("x".repeat(512), "UTILITY", "BODY").status()).isEqualTo(200);
    }

    @Shows({"C3.3", "C3.7", "C13.1", "C13.2", "C13.3", "C13.4", "C13.5", "C13.6", "C13.7", "C13.8", "C13.9"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "af ar ar_AE ar_EG ar_LB ar_MA ar_QA az",
                "be_BY bg bn bn_IN ca cs da de de_AT de_CH",
                "el en en_AE en_AU en_CA en_GB en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_US en_ZA",
                "es es_AR es_CL es_CO es_CR es_DO es_EC es_ES es_HN es_MX es_PA es_PE es_UY et",
                "fa fi fil fr fr_BE fr_CA fr_CH fr_CI fr_MA ga gu",
                "ha he hi hr hu id it ja ka kk kn ko ky_KG",
                "lo lt lv mk ml mr ms nb nl nl_BE",
                "pa pl prs_AF ps_AF pt_BR pt_PT ro ru rw_RW",
                "si_LK sk sl sq sr sv sw ta te th tr uk ur uz vi zh_CN zh_HK zh_TW zu"
            })
    void takesEveryLanguage(String codes) {
        for (var code : codes.split(" ")) {
            assertThat(inLanguage(code)).as(code).isEqualTo(200);
        }
        assertThat(trial.world()
                        .get(trial.world().account() + "/message_templates?limit=100")
                        .json()
                        .path("data"))
                .hasSize(codes.split(" ").length);
    }

    @Shows({"C3.8", "C13.10"})
    @ParameterizedTest
    @ValueSource(strings = {"pt", "zh", "no", "iw", "in", "ar_SA", "es_VE", "EN"})
    void refusesOtherLanguages(String code) {
        assertThat(inLanguage(code)).isEqualTo(400);
    }

    private int inLanguage(String code) {
        return trial.world()
                .createTemplate(trial.json(
                        "{'name':'a','language':'%s','category':'UTILITY','components':[BODY]}".formatted(code)))
                .status();
    }
}
