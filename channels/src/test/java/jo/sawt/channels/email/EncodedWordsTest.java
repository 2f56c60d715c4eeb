package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {
    private static final String TEXT = "شكوى على معاملة ترخيص المركبة";

    @Test
    void aLetterCutInTwoBetweenWordsIsPutTogether() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < bytes.length; cut++) {
            String raw = word("UTF-8", Arrays.copyOfRange(bytes, 0, cut)) + "\r\n "
                    + word("utf-8", Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(EncodedWords.decode(raw)).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "x-cp1256", "cp-1256", "Win-1256", "ISO-8859-6", "iso-8859-6-e", "utf8mb4"})
    void theEncodingsOfArabicMailAreReadByAllTheirNames(String name) {
        Charset charset = name.contains("8859")
                ? Charset.forName("ISO-8859-6")
                : name.contains("utf") ? StandardCharsets.UTF_8 : Charset.forName("windows-1256");
        assertThat(EncodedWords.decode(word(name, TEXT.getBytes(charset)))).isEqualTo(TEXT);
    }

    @Test
    void quotedWordsTextBetweenAndBrokenWordsAreRead() {
        assertThat(EncodedWords.decode("Re: =?utf-8?Q?=D9=85=D8=B1=D8=AD=D8=A8=D8=A7_a?= b"))
                .isEqualTo("Re: مرحبا a b");
        assertThat(EncodedWords.decode("=?utf-8?B?!!?= =?x?")).isNotNull();
        assertThat(EncodedWords.decode("=?utf-8*ar?B?" + base64("مرحبا".getBytes(StandardCharsets.UTF_8)) + "?="))
                .isEqualTo("مرحبا");
        assertThat(EncodedWords.decode("=?utf-8?Q?=D9?=")).isNotEmpty();
        assertThat(EncodedWords.decode("=?utf-8?Q?a=4?=")).isEqualTo("a=4");
    }

    @Test
    void rawBytesInAHeaderAreRead() {
        String raw = new String(TEXT.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(EncodedWords.decode(raw)).isEqualTo(TEXT);
        String old = new String(TEXT.getBytes(Charset.forName("windows-1256")), StandardCharsets.ISO_8859_1);
        assertThat(EncodedWords.decode(old)).isEqualTo(TEXT);
    }

    @Test
    void whatIsUtf8IsReadSoWhateverItIsCalled() {
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
        for (String declared :
                new String[] {"us-ascii", "iso-8859-1", "windows-1256", "nonsense", "unicode-1-1-utf-7"}) {
            assertThat(MailCharset.decode(utf8, Optional.of(declared))).isEqualTo(TEXT);
        }
        assertThat(MailCharset.decode(utf8, Optional.empty())).isEqualTo(TEXT);
        assertThat(MailCharset.decode(TEXT.getBytes(Charset.forName("windows-1256")), Optional.empty()))
                .isEqualTo(TEXT);
        assertThat(MailCharset.decode(TEXT.getBytes(StandardCharsets.UTF_16), Optional.of("utf-16")))
                .isEqualTo(TEXT);
    }

    private static String word(String charset, byte[] bytes) {
        return "=?" + charset + "?B?" + base64(bytes) + "?=";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
