package io.posthorn.template.builder.draft;

import io.posthorn.template.builder.language.Folded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in all the ways in which people write them, brought into Meta's: {@code {{1}}}, {@code {{2}}} in their order. */
public final class Variables {
    public static final Pattern ANY = Pattern.compile("\\{\\{([1-9][0-9]{0,2})}}");

    private static final Pattern WRITTEN = Pattern.compile(
            "\\{\\{\\s*([\\p{L}\\p{N}_ .-]{1,40}?)\\s*}}|\\$?\\{([\\p{L}\\p{N}_ .-]{1,40})}|\\[([\\p{L}_][\\p{L}\\p{N}_ ]{0,30})]"
                    + "|<([\\p{L}_][\\p{L}\\p{N}_ ]{0,30})>|%([\\p{L}_][\\p{L}\\p{N}_]{0,30})%");
    private static final int GROUPS = 5;

    /** What a variable of such a name usually holds, by a part of the name in English, Spanish or Portuguese. */
    private static final Map<String, String> USUAL = usual();

    /**
     * A text with numbered variables.
     *
     * @param names what each was called; its number where it had no name
     */
    record Numbered(String text, List<String> names) {
        /** Those that were there keep their examples by name; a number keeps what had that number. */
        List<String> examples(List<String> before) {
            return names.stream().map(name -> example(name, before)).toList();
        }

        private static String example(String name, List<String> before) {
            if (name.matches("[0-9]{1,3}")) {
                var index = Integer.parseInt(name) - 1;
                return index >= 0 && index < before.size() ? before.get(index) : "";
            }
            return usualFor(name);
        }
    }

    private Variables() {}

    static Numbered numbered(String text) {
        var numbers = new LinkedHashMap<String, Integer>();
        var names = new ArrayList<String>();
        var written = WRITTEN.matcher(text);
        var numbered = new StringBuilder();
        while (written.find()) {
            var name = name(written);
            if (written.group(3) != null || written.group(4) != null) {
                if (usualFor(name).isEmpty()) {
                    continue; // brackets around other words are brackets
                }
            }
            var key = Folded.of(name);
            var number = numbers.computeIfAbsent(key, added -> {
                names.add(name);
                return names.size();
            });
            written.appendReplacement(numbered, Matcher.quoteReplacement("{{%d}}".formatted(number)));
        }
        return new Numbered(written.appendTail(numbered).toString(), names);
    }

    public static int count(String text) {
        return text == null
                ? 0
                : ANY.matcher(text)
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .max()
                        .orElse(0);
    }

    public static boolean holds(String text) {
        return WRITTEN.matcher(text).find();
    }

    public static String usualFor(String name) {
        var folded = Folded.of(name);
        return USUAL.entrySet().stream()
                .filter(entry -> folded.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String name(Matcher written) {
        for (var group = 1; group <= GROUPS; group++) {
            if (written.group(group) != null) {
                return written.group(group).strip();
            }
        }
        return "1";
    }

    private static Map<String, String> usual() {
        var usual = new LinkedHashMap<String, String>();
        """
        email=ana@acme.example
        correo=ana@acme.example
        phone=+15550001000
        telefono=+15550001000
        telefone=+15550001000
        company=Acme
        empresa=Acme
        store=Acme
        tienda=Acme
        loja=Acme
        product=Blue shirt
        order=A-17
        pedido=A-17
        tracking=TR-2031
        rastre=TR-2031
        invoice=2027-031
        factura=2027-031
        fatura=2027-031
        nome=Ana
        nombre=Ana
        name=Ana
        cliente=Ana
        customer=Ana
        date=25 May
        fecha=25 de mayo
        data=25 de maio
        day=Monday
        dia=25
        time=10:30
        hora=10:30
        horario=10:30
        amount=25.00
        total=25.00
        price=25.00
        precio=25.00
        preco=25.00
        monto=25.00
        valor=25.00
        code=SAVE20
        codigo=SAVE20
        cupom=SAVE20
        cupon=SAVE20
        discount=20%
        descuento=20%
        desconto=20%
        link=acme.example/a
        url=acme.example/a
        address=12 High Street
        direccion=Calle Mayor 12
        endereco=Rua Nova 12
        doctor=Dr. Lee
        city=Lisbon
        ciudad=Lima
        cidade=Lisboa
        """.lines().forEach(
                line -> usual.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return usual;
    }
}
