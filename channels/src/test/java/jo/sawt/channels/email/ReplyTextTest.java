package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTextTest {
    private static final List<String> REPLIES = List.of(
            "شكرا، وصلتني المعاملة.",
            "ما وصلني رد للآن\nوالموظف حكالي راجعنا بعد أسبوع.",
            "في عندي سؤال ثاني: كم الرسوم؟",
            "من وين أجيب النموذج؟",
            "Thank you.\nWhere do I pay the fee?");

    private static final List<String> QUOTES = List.of(
            "في الأحد، ١ مارس ٢٠٢٦ في ٩:٠٠ ص، كتب صوت <desk@sawt.example.jo>:\n> أهلا بك",
            "في الأحد، 1 مارس 2026، 9:00 ص، كتبت خدمة صوت\n<desk@sawt.example.jo>:\n\n> أهلا بك\n> الرسوم عشرون",
            "\u200Fفي 1 مارس 2026، الساعة 9:00 ص، كتب صوت\u200F:\u200F\n\nأهلا بك",
            "بتاريخ الأحد، 1 مارس 2026 في 9:00 كتب desk@sawt.example.jo:\nأهلا بك",
            "كتب صوت <desk@sawt.example.jo> في 1 مارس 2026:\n\nأهلا بك",
            "-----الرسالة الأصلية-----\nمن: صوت\nأهلا بك",
            "----- رسالة أصلية -----\nأهلا بك",
            """
            من: صوت <desk@sawt.example.jo>
            تم الإرسال: الأحد، 1 مارس 2026 9:00
            إلى: أمينة
            الموضوع: رد: المعاملة

            أهلا بك""",
            "________________________________\nمن: صوت\nتاريخ الإرسال: 1 مارس\nالموضوع: رد",
            "مرسل من الـ iPhone",
            "أُرسلت من هاتفي\n\n> أهلا",
            "-- \nأمينة\nعمان",
            "> أهلا بك\n> الرسوم عشرون دينارا",
            "On Sun, 1 Mar 2026 at 09:00, Sawt <desk@sawt.example.jo> wrote:\n> Welcome",
            "On Sunday, 1 March 2026, Sawt\n<desk@sawt.example.jo> wrote:\n\nWelcome",
            "-----Original Message-----\nFrom: Sawt\nWelcome",
            """
            From: Sawt <desk@sawt.example.jo>
            Sent: Sunday, 1 March 2026 09:00
            To: Amina
            Subject: RE: case

            Welcome""",
            "Sent from my iPhone",
            "Get Outlook for Android");

    @ParameterizedTest
    @MethodSource("letters")
    void whatIsQuotedIsLeftOut(String reply, String quote) {
        assertThat(ReplyText.of(reply + "\n\n" + quote)).isEqualTo(reply);
        assertThat(ReplyText.of((reply + "\n\n" + quote).replace("\n", "\r\n"))).isEqualTo(reply);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> letters() {
        return REPLIES.stream()
                .flatMap(reply ->
                        QUOTES.stream().map(quote -> org.junit.jupiter.params.provider.Arguments.of(reply, quote)));
    }

    @Test
    void aReplyWithoutAQuoteIsWhole() {
        REPLIES.forEach(reply -> assertThat(ReplyText.of(reply)).isEqualTo(reply));
    }

    @Test
    void whereAllIsQuoteAllIsKept() {
        assertThat(ReplyText.of("> أهلا بك")).isEqualTo("> أهلا بك");
    }

    @Test
    void aLongTextThatLooksLikeTheStartOfAQuoteTakesNoLongTime() {
        String text = "في ".repeat(40_000) + "\n" + "On a ".repeat(40_000);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(5),
                () -> assertThat(ReplyText.of(text)).isEqualTo(text.strip()));
    }

    @Test
    void theQuoteOfAnHtmlReplyIsLeftOut() {
        String html = "<div dir=\"rtl\">ما وصلني رد<br>للآن<script>alert(1)</script></div><div dir=\"rtl\""
                + " class=\"gmail_quote\"><div>في الأحد كتب صوت:</div><blockquote>أهلا</blockquote></div>";
        assertThat(HtmlText.of(html)).isEqualTo("ما وصلني رد\nللآن");
        assertThat(HtmlText.of("<p>واحد</p><ul><li>جواز<li>هوية</ul><p>اثنان &amp; ثلاثة</p>"))
                .isEqualTo("واحد\n\n- جواز\n- هوية\n\nاثنان & ثلاثة");
    }
}
