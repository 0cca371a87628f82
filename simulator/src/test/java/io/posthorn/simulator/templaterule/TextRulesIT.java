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
class TextRulesIT {
    @TestHTTPResource
    URI base;

    private TemplateTrial trial;

    @BeforeEach
    void makeWorld() {
        trial = new TemplateTrial(new SimulatorClient(base).world());
    }

    @Shows({
        "A11.11", "C4.1", "C4.3", "C4.4", "C4.5", "C4.6", "C4.7", "C4.8", "C4.9", "C4.12", "C4.13", "C4.14", "C6.1",
        "C6.2", "C6.6", "C6.7", "C6.8", "F4.5", "F4.6", "F4.7", "F4.10", "F4.15", "F4.16", "I5.1"
    })
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388043 | {'type':'FOOTER','text':'Only a footer'}
            2388043 | {'type':'BODY'}
            2388042 | {'type':'BODY','text':'A body.','colour':'red'}
            2388042 | {'type':'BODY','text':'A body.','add_security_recommendation':true}
            2388043 | {'type':'BODY','text':'Hello {{1}}, this has no example.'}
            2388043 | {'type':'BODY','text':'Hello {{1}} and {{2}}, one of these has no example today.','example':{'body_text':[['Ana']]}}
            2388299 | {'type':'BODY','text':'{{1}} is here and waits for you','example':{'body_text':[['Ana']]}}
            2388299 | {'type':'BODY','text':'Here waits for you today {{1}} ','example':{'body_text':[['Ana']]}}
            2388293 | {'type':'BODY','text':'Hi {{1}}, bye.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{2}}, this one has no first.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{name}}, this one is not numbered.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{1}} and {{name}}, these are mixed up here.','example':{'body_text':[['Ana','Bo']]}}
            2388072 | {'type':'BODY','text':'Hello {{1}, braces do not pair.'}
            2388072 | {'type':'BODY','text':'Hello {{ 1 }}, there are blanks inside.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{#1}}, there is a sign inside.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{$1}}, there is a sign inside.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Hello {{%1}}, there is a sign inside.','example':{'body_text':[['Ana']]}}
            2388072 | {'type':'BODY','text':'Far     apart.'}
            2388072 | {'type':'BODY','text':'A\\ttab.'}
            2388072 | {'type':'BODY','text':'Three\\n\\n\\nlines.'}
            2388040 | {'type':'BODY','text':'<x1025>'}
            Duplicate component | BODY,BODY
            """)
    void refusesBodies(String expected, String components) {
        trial.refuses(expected, "UTILITY", components);
    }

    @Shows({"C4.2", "C4.9", "C6.2", "C6.5", "C6.7", "C6.8", "C2.6", "C2.7"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'BODY','text':'<x1024>'}",
                "{'type':'BODY','text':'*bold* _italic_ ~gone~ ```typed``` 👋'}",
                "{'type':'BODY','text':'Four    blanks, two\\n\\nlines.'}",
                "{'type':'BODY','text':'We tell you what is new about order {{2}}, dear customer, and thank you {{1}}.','example':{'body_text':[['Ana','A-17']]}}",
                "{'type':'BODY','text':'This is for you, dear {{1}}.','example':{'body_text':['Ana']}}"
            })
    void takesBodies(String components) {
        trial.takes("UTILITY", components);
    }

    @Shows({"C4.10", "C5.2", "C5.3", "C5.4", "F4.5", "F4.9"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388047 | {'type':'HEADER','format':'TEXT','text':'A {{1}} b {{2}} c','example':{'header_text':['x','y']}}
            2388072 | {'type':'HEADER','format':'TEXT','text':'So *bold*'}
            2388072 | {'type':'HEADER','format':'TEXT','text':'So ~gone~'}
            2388072 | {'type':'HEADER','format':'TEXT','text':'So `typed`'}
            2388072 | {'type':'HEADER','format':'TEXT','text':'So _slanted_'}
            2388072 | {'type':'HEADER','format':'TEXT','text':'Two\\nlines'}
            2388072 | {'type':'HEADER','format':'TEXT','text':'Hello 👋'}
            2388043 | {'type':'HEADER','format':'TEXT','text':'Order {{1}} here'}
            2388043 | {'type':'HEADER','format':'TEXT'}
            2388043 | {'type':'HEADER'}
            2388040 | {'type':'HEADER','format':'TEXT','text':'<x61>'}
            2388047 | {'type':'HEADER','format':'SOUND'}
            """)
    void refusesTextHeaders(String expected, String header) {
        trial.refuses(expected, "UTILITY", "BODY," + header);
    }

    @Shows({"C4.10", "C5.2"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'HEADER','format':'TEXT','text':'<x60>'}",
                "{'type':'HEADER','format':'TEXT','text':'{{1}} is ready','example':{'header_text':['A-17']}}",
                "{'type':'HEADER','format':'TEXT','text':'Ready: {{1}}','example':{'header_text':['A-17']}}"
            })
    void takesTextHeaders(String header) {
        trial.takes("UTILITY", header + ",BODY");
    }

    @Shows({"C7.1", "C7.2", "C7.3", "F4.11"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388073 | {'type':'FOOTER','text':'By {{1}} shop'}
            2388073 | {'type':'FOOTER','text':'Two\\nlines'}
            2388040 | {'type':'FOOTER','text':'<x61>'}
            2388043 | {'type':'FOOTER'}
            2388042 | {'type':'FOOTER','text':'By us','code_expiration_minutes':5}
            Duplicate component | {'type':'FOOTER','text':'By us'},{'type':'FOOTER','text':'And them'}
            """)
    void refusesFooters(String expected, String footer) {
        trial.refuses(expected, "UTILITY", "BODY," + footer);
    }

    @Shows({"C2.3", "C2.4", "C4.3"})
    @Test
    void takesNamedVariables() {
        var answer = trial.world().createTemplate(trial.json("""
                {'name':'named','language':'en','category':'UTILITY','parameter_format':'named','components':[
                 {'type':'HEADER','format':'TEXT','text':'For {{first_name}}','example':{'header_text_named_params':[
                  {'param_name':'first_name','example':'Ana'}]}},
                 {'type':'BODY','text':'Hello {{first_name}}, order {{order_2}} is now ready for you.','example':{'body_text_named_params':[
                  {'param_name':'first_name','example':'Ana'},{'param_name':'order_2','example':'A-17'}]}}]}"""));

        var read = trial.world().get(answer.json().path("id").asText()).json();
        assertThat(read.path("parameter_format").asText()).as(answer.text()).isEqualTo("NAMED");
    }

    @Shows({"C4.3", "C4.4", "C4.5", "C4.13"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2388072 | Hello {{First}}, this is ready for you.       | {'param_name':'First','example':'Ana'}
            2388072 | Hello {{1}}, this is ready for you.           | {'param_name':'1','example':'Ana'}
            2388072 | Hello {{2nd}}, this is ready for you.         | {'param_name':'2nd','example':'Ana'}
            2388072 | Hello {{a}} and once more {{a}}, it is ready for you. | {'param_name':'a','example':'Ana'}
            2388043 | Hello {{first}}, this is ready for you.       | {'param_name':'second','example':'Ana'}
            """)
    void refusesNamedVariables(String expected, String text, String example) {
        TemplateTrial.refused(expected, trial.world().createTemplate(trial.json("""
                {'name':'named','language':'en','category':'UTILITY','parameter_format':'NAMED','components':[
                 {'type':'BODY','text':'%s','example':{'body_text_named_params':[%s]}}]}""".formatted(text, example))));
    }
}
