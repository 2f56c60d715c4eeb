package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterReaderTest {
    private static final String HEAD =
            "From: Amina <Amina@Example.jo>\r\nMessage-ID: <a1@example.jo>\r\nSubject: test\r\n";

    @ParameterizedTest
    @CsvSource({
        "utf-8, utf-8", "windows-1256, windows-1256", "iso-8859-6, ISO-8859-6", "cp-1256, windows-1256",
        "utf-8, windows-1256", "us-ascii, utf-8", "windows-1256, utf-8", "x-unknown, windows-1256"
    })
    void arabicTextIsReadWhateverItsCharsetIsCalled(String declared, String real) {
        byte[] head = (HEAD + "Content-Type: text/plain; charset=" + declared
                        + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] body = "بدي أجدد جواز سفري".getBytes(Charset.forName(real));
        Letter letter = LetterReader.read(join(head, body));
        assertThat(letter.text()).isEqualTo("بدي أجدد جواز سفري");
        assertThat(letter.from()).contains("amina@example.jo");
        assertThat(letter.messageId()).contains("<a1@example.jo>");
        assertThat(letter.machine()).isEmpty();
    }

    @Test
    void plainTextIsPreferredAndAttachmentsAreCounted() {
        Letter letter = read(HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\n"
                + "Content-Type: multipart/alternative; boundary=y\r\n\r\n"
                + "--y\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                + "plain\r\n"
                + "--y\r\n"
                + "Content-Type: text/html\r\n\r\n"
                + "<b>html</b>\r\n"
                + "--y--\r\n"
                + "--x\r\n"
                + "Content-Type: application/pdf; name=\"=?utf-8?Q?=D9=85?=.pdf\"\r\n"
                + "Content-Disposition: attachment\r\n\r\n"
                + "JVBERi0=\r\n"
                + "--x\r\n"
                + "Content-Type: text/plain\r\n"
                + "Content-Disposition: attachment; filename=a.txt\r\n\r\n"
                + "not said\r\n"
                + "--x--\r\n");
        assertThat(letter.text()).isEqualTo("plain");
        assertThat(letter.attachments()).containsExactly("application/pdf", "text/plain");
    }

    @Test
    void htmlAloneIsReadAsText() {
        Letter letter =
                read(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>One</p><img src=x onerror=y><p>Two</p>");
        assertThat(letter.text()).isEqualTo("One\n\nTwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (vacation)", "Precedence: bulk", "List-Id: <news.example.jo>",
                "X-Auto-Response-Suppress: All", "Return-Path: <>",
                        "Content-Type: multipart/report; report-type=delivery-status",
                "Auto-Submitted: auto-generated", "Precedence: auto_reply"
            })
    void theWorkOfAMachineIsKnown(String header) {
        assertThat(read(header + "\r\n" + HEAD + "\r\nI am away").machine()).isPresent();
        assertThat(read("Auto-Submitted: no\r\n" + HEAD + "\r\nhello").machine())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <>\r\n\r\nx",
                "From: \r\n\r\nx",
                "\r\n",
                "x",
                "",
                "From: a@b@c\r\nContent-Type: ;;;\r\n\r\nx",
                "From: a@b.jo\r\nContent-Type: multipart/mixed\r\n\r\nno boundary",
                "From: a@b.jo\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%",
                "From: a@b.jo\r\nContent-Type: text/plain; charset=\"\"\r\n\r\nx",
                "Content-Disposition: ;\r\nFrom: a@b.jo\r\nContent-Transfer-Encoding: nonsense\r\n\r\nx"
            })
    void nothingThatIsBrokenThrows(String raw) {
        assertThat(read(raw)).isNotNull();
    }

    @Test
    void aNameThatLooksLikeAnAddressIsNotTheSender() {
        assertThat(read("From: \"minister@gov.jo\" <stranger@example.jo>\r\n\r\nx")
                        .from())
                .contains("stranger@example.jo");
    }

    private static Letter read(String raw) {
        return LetterReader.read(raw.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
