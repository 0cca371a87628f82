package io.posthorn.template.builder.language;

import io.posthorn.cloudapi.template.TemplateLanguages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Brazilian Portuguese", "español de México", "Hinglish", "pt-br": the code that Meta has for it. */
public final class LanguageNames {
    private static final Map<String, String> LANGUAGES = table("""
            af afrikaans, africaner, africanser
            ar arabic, arabe, العربية, عربي
            az azerbaijani, azeri, azerbaiyano, azerbaijano
            be_BY belarusian, bielorruso, bielorrusso
            bg bulgarian, bulgaro
            bn bengali, bangla, বাংলা
            ca catalan, catala, catalao
            cs czech, checo, tcheco, cestina
            da danish, danes, dinamarques, dansk
            de german, aleman, alemao, deutsch
            el greek, griego, grego, ελληνικα
            en english, ingles
            es spanish, espanol, espanhol, castellano, castelhano
            et estonian, estonio, estoniano
            fa persian, farsi, persa, فارسی
            fi finnish, finlandes, suomi
            fil filipino, tagalog, tagalo
            fr french, frances, francais
            ga irish gaelic, irish, irlandes
            gu gujarati
            ha hausa
            he hebrew, hebreo, hebraico, עברית
            hi hindi, hinglish, हिन्दी, हिंदी
            hr croatian, croata
            hu hungarian, hungaro, magyar
            id indonesian, indonesio, bahasa indonesia, bahasa
            it italian, italiano
            ja japanese, japones, 日本語
            ka georgian, georgiano
            kk kazakh, kazajo, cazaque
            kn kannada
            ko korean, coreano, 한국어
            ky_KG kyrgyz, kirguis, quirguiz
            lo lao, laosiano
            lt lithuanian, lituano
            lv latvian, leton, letao
            mk macedonian, macedonio
            ml malayalam
            mr marathi
            ms malay, malayo, malaio, bahasa melayu
            nb norwegian, noruego, noruegues, norsk
            nl dutch, neerlandes, holandes, nederlands
            nl_BE flemish, flamenco, flamengo, vlaams
            pa punjabi
            pl polish, polaco, polones, polski
            prs_AF dari
            ps_AF pashto, pastun
            pt_BR portuguese, portugues
            ro romanian, rumano, romeno
            ru russian, ruso, russo, русский
            rw_RW kinyarwanda
            si_LK sinhala, sinhalese, cingales
            sk slovak, eslovaco
            sl slovenian, esloveno
            sq albanian, albanes
            sr serbian, serbio, servio
            sv swedish, sueco, svenska
            sw swahili, suajili, suaili, kiswahili
            ta tamil, தமிழ்
            te telugu
            th thai, tailandes, ไทย
            tr turkish, turco, turkce
            uk ukrainian, ucraniano, українська
            ur urdu, اردو
            uz uzbek, uzbeko
            vi vietnamese, vietnamita, tieng viet
            zh_CN chinese, mandarin, chino, chines, 中文
            zu zulu
            """);

    private static final Map<String, String> REGIONS = table("""
            AE uae, emirati, emirates, emiratos, emirados
            EG egypt, egyptian, egipto, egipcio, egito
            LB lebanon, lebanese, libano, libanes
            MA morocco, moroccan, marruecos, marroqui, marrocos, marroquino
            QA qatar, qatari, catar
            IN india, indian, indio, indiano
            AT austria, austrian, austriaco
            CH switzerland, swiss, suiza, suizo, suica, suico
            AU australia, australian, australiano
            CA canada, canadian, canadiense, canadense
            GB uk, british, britain, united kingdom, england, reino unido, britanico, inglaterra
            GH ghana, ghanaian
            IE ireland, irish, irlanda
            JM jamaica, jamaican
            MY malaysia, malaysian
            NZ new zealand, nueva zelanda, nova zelandia
            SG singapore, singapur, singapura
            UG uganda, ugandan
            US us, usa, american, america, united states, estados unidos, eeuu, eua, americano
            ZA south africa, south african, sudafrica, africa do sul
            AR argentina, argentine, argentinian, argentino, rioplatense
            CL chile, chilean, chileno
            CO colombia, colombian, colombiano
            CR costa rica, costa rican, costarricense
            DO dominican, dominicana, dominicano
            EC ecuador, ecuadorian, ecuatoriano, equador
            ES spain, espana, espanha, castilian, peninsular
            HN honduras, honduran, hondureno
            MX mexico, mexican, mexicano
            PA panama, panamanian, panameno
            PE peru, peruvian, peruano
            UY uruguay, uruguayan, uruguayo, uruguaio
            BE belgium, belgian, belgica, belga
            CI ivory coast, ivorian, cote d'ivoire, costa de marfil, costa do marfim
            FR france, francia, franca
            BR brazil, brazilian, brasil, brasileno, brasileiro
            PT portugal, european, europeo, europeu, lusitano
            CN china, simplified, simplificado, mainland
            HK hong kong, cantonese
            TW taiwan, taiwanese, traditional, tradicional
            """);

    private static final Pattern CODE = Pattern.compile("(?<![\\w-])([a-z]{2,3})[_-]([A-Za-z]{2})(?![\\w-])");

    private LanguageNames() {}

    /** The language that a text names; where it names several, the last. */
    public static Optional<String> find(String text) {
        var code = CODE.matcher(text)
                .results()
                .map(found -> found.group(1) + "_" + found.group(2).toUpperCase(Locale.ROOT))
                .filter(TemplateLanguages::knows)
                .reduce((first, last) -> last);
        return code.isPresent() ? code : named(Folded.of(text));
    }

    /** The same, where the text may be nothing but a code such as {@code es}. */
    public static Optional<String> exactly(String text) {
        var stripped = text.strip().replace('-', '_');
        return TemplateLanguages.knows(stripped) ? Optional.of(stripped) : find(text);
    }

    /** Each name and its code, for people who look things up. */
    public static Map<String, String> all() {
        return new TreeMap<>(LANGUAGES);
    }

    private static Optional<String> named(String folded) {
        var languages = places(LANGUAGES, folded);
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        var regions = places(REGIONS, folded);
        return languages.reversed().stream()
                .flatMap(language -> regions.reversed().stream()
                        .map(region -> language.split("_")[0] + "_" + region)
                        .filter(TemplateLanguages::knows))
                .findFirst()
                .or(() -> Optional.of(languages.getLast()));
    }

    /** The codes of the names in the order in which they stand there. */
    private static List<String> places(Map<String, String> names, String folded) {
        var found = new TreeMap<Integer, String>();
        names.forEach((name, code) -> {
            for (var at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
                if (standsAlone(folded, at, at + name.length())) {
                    found.put(at, code);
                }
            }
        });
        return new ArrayList<>(found.values());
    }

    /** "us" is no region in "because"; genders and plurals count as the same word. */
    private static boolean standsAlone(String text, int from, int to) {
        var end = to;
        while (end < text.length() && end < to + 2 && "aos".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (isEnd(text, to) || (to - from > 4 && isEnd(text, end)));
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static Map<String, String> table(String lines) {
        var table = new LinkedHashMap<String, String>();
        lines.lines().forEach(line -> {
            var space = line.indexOf(' ');
            Stream.of(line.substring(space + 1).split(","))
                    .forEach(name -> table.put(Folded.of(name), line.substring(0, space)));
        });
        return Map.copyOf(table);
    }
}
