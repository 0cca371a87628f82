package io.posthorn.benchmarks.templates;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.benchmarks.measure.Figures;
import io.posthorn.benchmarks.measure.Report;
import io.posthorn.cloudapi.templatecheck.Mended;
import io.posthorn.cloudapi.templatecheck.TemplateCheck;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads and checks templates on one thread, as often as it can; figures are per second of that thread's processor time. */
@Command(
        name = "templates",
        description = "Templates checked per second of processor time, good, broken and hostile ones")
public final class TemplatesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 50;

    private static final String ORDER = """
            {"name":"order_ready","language":"en_US","category":"UTILITY","components":[
             {"type":"HEADER","format":"TEXT","text":"Order {{1}} is ready","example":{"header_text":["A-17"]}},
             {"type":"BODY","text":"Hello {{1}}, your order {{2}} can be collected until Friday.","example":{"body_text":[["Ana","A-17"]]}},
             {"type":"FOOTER","text":"Acme store"},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop updates"},
              {"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":["A-17"]},
              {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+15550001000"}]}]}""";
    private static final String CODE = """
            {"name":"login","language":"es","category":"AUTHENTICATION","components":[
             {"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":10},
             {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""";
    private static final String OFFER = """
            {"name":"spring","language":"pt_BR","category":"MARKETING","components":[
             {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Só hoje","has_expiration":true}},
             {"type":"BODY","text":"Olá {{1}}, o nosso catálogo novo chegou e queremos que seja o primeiro a ver.","example":{"body_text":[["Ana"]]}},
             {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"NOVO10"},{"type":"URL","text":"Ver","url":"https://acme.example/novo"}]}]}""";
    private static final String BROKEN = ORDER.replace("{{2}} can be collected until Friday.", "{{ 3 }}")
            .replace("Acme store", "Acme\\nstore")
            .replace("+15550001000", "0800-1");

    @Mixin
    private Report report;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "How long each part lasts (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws IOException {
        var typical = bytes(ORDER, CODE, OFFER);
        var broken = bytes(BROKEN);
        rate(typical, false, 1);
        rate(broken, true, 1);
        report.progress("checking, %d s each part", seconds);
        var good = rate(typical, false, seconds);
        var figures = new Figures("templates")
                .atLeast("checkedPerCpuSecond", good, 5_000)
                .add("brokenOnesCheckedPerCpuSecond", rate(broken, false, seconds))
                .add("brokenOnesMendedPerCpuSecond", rate(broken, true, seconds));
        var deep = bytes("{\"components\":" + "[".repeat(900) + "]".repeat(900) + "}");
        var wide = bytes("{\"components\":[" + "{\"type\":\"BODY\",\"text\":\"{{1}}\"},".repeat(25_000) + "{}]}");
        var endless = bytes(ORDER.replace("Hello", "Hello " + "{{1}} ".repeat(160_000)));
        figures.atMost("millisForADeepOne", 1000 / rate(deep, false, 1), 50)
                .atMost("millisForOneMegabyteOfComponents", 1000 / rate(wide, false, 1), 50)
                .atMost("millisForOneMegabyteOfBody", 1000 / rate(endless, false, 1), 50);
        return report.finish(figures);
    }

    private static double rate(List<byte[]> templates, boolean mended, int seconds) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var begin = threads.getCurrentThreadCpuTime();
        var end = begin + seconds * 1_000_000_000L;
        var checked = 0L;
        var now = begin;
        while (now < end) {
            for (var index = 0; index < AT_ONCE && now < end; index++) {
                var template = JSON.readTree(templates.get((int) (checked++ % templates.size())));
                if (mended) {
                    Mended.of(template);
                } else {
                    TemplateCheck.check(template);
                }
                now = index % 10 == 0 || templates.getFirst().length > 10_000 ? threads.getCurrentThreadCpuTime() : now;
            }
        }
        return checked / ((now - begin) / 1e9);
    }

    private static List<byte[]> bytes(String... templates) {
        return Stream.of(templates)
                .map(template -> template.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
