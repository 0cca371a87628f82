package io.posthorn.template.builder.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.template.TemplateLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Brazilian Portuguese,pt_BR",
        "português do Brasil,pt_BR",
        "portugués de Brasil,pt_BR",
        "European Portuguese,pt_PT",
        "español de México,es_MX",
        "Mexican Spanish,es_MX",
        "espanhol da Argentina,es_AR",
        "castellano,es",
        "Spanish,es",
        "Hinglish,hi",
        "English,en",
        "British English,en_GB",
        "English (US),en_US",
        "American English,en_US",
        "inglés,en",
        "Irish English,en_IE",
        "Swiss German,de_CH",
        "alemán,de",
        "Deutsch,de",
        "francés de Bélgica,fr_BE",
        "Canadian French,fr_CA",
        "pt-br,pt_BR",
        "es_mx,es_MX",
        "en_US,en_US",
        "traditional Chinese,zh_TW",
        "simplified Chinese,zh_CN",
        "Hong Kong Chinese,zh_HK",
        "日本語,ja",
        "العربية,ar",
        "Egyptian Arabic,ar_EG",
        "Tagalog,fil",
        "Flemish,nl_BE",
        "ucraniano,uk",
        "Farsi,fa"
    })
    void knowsWhatPeopleCallALanguage(String said, String code) {
        assertThat(LanguageNames.find(said)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Klingon", "", "the usual", "because", "Latin"})
    void knowsNoOthers(String said) {
        assertThat(LanguageNames.find(said)).isEmpty();
    }

    @Test
    void everyCodeIsMetas() {
        assertThat(LanguageNames.all().values()).allMatch(TemplateLanguages::knows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello, your order is on its way to you      | en
            Hola, tu pedido ya va en camino             | es
            Olá, o seu pedido já está a caminho         | pt_BR
            Bonjour, votre commande est prête           | fr
            Guten Tag, Ihre Bestellung ist für Sie da   | de
            Ciao, il tuo ordine è pronto                | it
            ваш заказ готов                             | ru
            طلبك جاهز                                   | ar
            您的订单已发货                                | zh_CN
            ご注文ありがとうございます                       | ja
            """)
    void guessesTheLanguageOfAText(String text, String code) {
        assertThat(LanguageGuess.of(text)).contains(code);
    }

    @Test
    void guessesNothingFromNothing() {
        assertThat(LanguageGuess.of("12345 !!")).isEmpty();
    }
}
