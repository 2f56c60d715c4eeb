package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jo.sawt.ticketing.mongo.MongoCodes;
import jo.sawt.ticketing.mongo.MongoTickets;
import jo.sawt.ticketing.mongo.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen goes on by another channel, with the reference and a code. */
class JoiningTest {
    private static final Contact WEB = new Contact(Channel.WEB, "session-of-amina");
    private static final Contact PHONE = new Contact(Channel.SMS, "+962790000001");
    private static final Contact WHATSAPP = new Contact(Channel.WHATSAPP, "+962790000001");
    private static final Contact MAIL = new Contact(Channel.EMAIL, "amina@example.jo");
    private static final Contact STRANGER = new Contact(Channel.SMS, "+962790000666");

    private final SettableClock clock = new SettableClock("2026-06-01T08:00:00Z");
    private final Scripted assistant = new Scripted();
    private final Scripted.Wire sms = new Scripted.Wire(Channel.SMS);
    private final Scripted.Wire whatsApp = new Scripted.Wire(Channel.WHATSAPP);
    private final Scripted.Wire mail = new Scripted.Wire(Channel.EMAIL);
    private TestStore store;
    private Tickets tickets;
    private Ticketing desk;
    private int id;

    @BeforeEach
    void open() {
        store = TestStore.embedded();
        tickets = MongoTickets.open(store.database(), clock);
        List<ChannelSender> senders = List.of(sms, whatsApp, mail);
        TrackingCodes codes =
                new TrackingCodes(new MongoCodes(store.database()), tickets, senders, clock, Runnable::run);
        Departments departments =
                (name, lang) -> name.value().equals("dls") ? Optional.of("دائرة الأراضي") : Optional.empty();
        desk = Ticketing.open(
                tickets,
                new Ticketing.Ports(departments, new Scripted.PlainDays(), assistant, senders, Optional.of(codes)),
                clock,
                TicketingSettings.defaults(true));
    }

    @AfterEach
    void close() {
        desk.close();
        store.close();
    }

    @Test
    void whoBeganInWebChatGoesOnBySmsWithTheCodeThatTheSessionShows() {
        assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket ticket = talk(WEB, "المعاملة واقفة من شهر");
        assertThat(sms.sent).isEmpty();
        OneTimeCode.Shown code = (OneTimeCode.Shown) desk.desk().code(WEB);
        assertThat(code.ticket()).isEqualTo(ticket.reference());

        talk(PHONE, "رقم معاملتي " + code.ticket() + " والرمز " + arabic(code.code()));

        assertThat(texts(sms))
                .singleElement()
                .asString()
                .contains("نكمل معك", ticket.reference().value());
        Ticket joined = tickets.find(ticket.reference()).orElseThrow();
        assertThat(joined.talk().contact()).isEqualTo(PHONE);
        assertThat(joined.status()).as("a code is no answer to a department").isEqualTo(Status.WITH_DEPARTMENT);
        assertThat(desk.desk().conversation(PHONE, 0).ticket()).contains(ticket.reference());
        assertThat(desk.desk().conversation(WEB, 0).entries())
                .as("and the session reads it too")
                .isEqualTo(desk.desk().conversation(PHONE, 0).entries());

        assistant.always(Scripted.answer("تجد الجواب هنا"));
        talk(PHONE, "متى الدوام؟");
        assertThat(texts(sms).getLast()).isEqualTo("تجد الجواب هنا");
        talk(WEB, "وأين المكتب؟");
        assertThat(sms.sent).as("answers go to the channel of the last message").hasSize(2);
        assertThat(desk.desk().conversation(WEB, 0).entries().getLast().reply().text())
                .isEqualTo("تجد الجواب هنا");
        talk(PHONE, "والرسوم؟");
        assertThat(sms.sent).hasSize(3);
    }

    @Test
    void whoNamesOnlyTheReferenceIsAskedForTheCodeSentToWhereTheMatterCameFrom() {
        assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket ticket = talk(PHONE, "المعاملة واقفة من شهر");
        int before = sms.sent.size();
        Ticket own = talk(MAIL, "Hello, how is my case " + ticket.reference() + " going?");
        assertThat(texts(mail)).singleElement().asString().startsWith("If case " + ticket.reference());
        assertThat(sms.sent).hasSize(before + 1);
        assertThat(sms.sent.getLast().to()).isEqualTo(PHONE);
        String code = code(sms);
        assertThat(desk.desk().conversation(MAIL, 0).entries())
                .noneMatch(it -> it.reply().text().contains(code));

        talk(MAIL, "The code is " + code);

        assertThat(texts(mail).get(1)).startsWith("أهلا بك. نكمل معك المعاملة " + ticket.reference());
        assertThat(tickets.find(ticket.reference()).orElseThrow().timeline().entries())
                .as("what was asked with the reference is heard where it belongs, once")
                .filteredOn(entry ->
                        entry.what() instanceof Entry.Said said && said.text().startsWith("Hello, how is my case"))
                .hasSize(1);
        assertThat(texts(mail).getLast()).as("and answered").contains("دائرة الأراضي");
        assertThat(tickets.find(own.reference()).orElseThrow().status()).isEqualTo(Status.MERGED);
        assertThat(desk.tracking()
                        .look(own.reference(), Optional.of(MAIL.address()))
                        .orElseThrow()
                        .proven())
                .isTrue();
        assistant.always(Scripted.answer("answer"));
        talk(MAIL, "What are the fees?");
        assertThat(texts(mail).getLast()).isEqualTo("answer");
        assertThat(sms.sent).hasSize(before + 1);
    }

    @Test
    void theAnswerIsTheSameForAReferenceThatThereIsNot() {
        Ticket ticket = talk(PHONE, "سؤال");
        String real = ticket.reference().value();
        String none = Reference.random().value();
        talk(STRANGER, real);
        talk(new Contact(Channel.SMS, "+962790000667"), none);
        List<String> told = sms.sent.stream()
                .filter(it -> !it.to().equals(PHONE))
                .map(it -> it.reply().text())
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0).replace(real, "…")).isEqualTo(told.get(1).replace(none, "…"));
    }

    @Test
    void aWrongCodeIsRefusedInLimitedTriesAndARightOneIsGoodOnce() {
        Ticket ticket = talk(PHONE, "سؤال");
        talk(STRANGER, "بدي أكمل " + ticket.reference());
        String code = code(sms);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            talk(STRANGER, wrong);
            assertThat(texts(sms).getLast()).startsWith("الرمز غير صحيح");
        }
        talk(STRANGER, code);
        assertThat(texts(sms).getLast()).as("too late").startsWith("الرمز غير صحيح");
        assertThat(desk.desk().conversation(STRANGER, 0).ticket()).isNotEqualTo(Optional.of(ticket.reference()));

        clock.advance(Duration.ofMinutes(20));
        talk(MAIL, ticket.reference().value());
        String second = code(sms);
        talk(MAIL, second);
        assertThat(desk.desk().conversation(MAIL, 0).ticket()).contains(ticket.reference());
        clock.advance(Duration.ofMinutes(1));
        talk(STRANGER, ticket.reference() + " " + second);
        assertThat(texts(sms).getLast()).as("used").startsWith("الرمز غير صحيح");
    }

    @Test
    void aMessageThatComesTwiceTriesItsCodeOnce() {
        Ticket ticket = talk(PHONE, "سؤال");
        talk(MAIL, ticket.reference().value());
        InboundMessage answer = message(MAIL, code(sms));
        Receipt first = desk.desk().receive(answer);
        Receipt again = desk.desk().receive(answer);
        assertThat(first).isInstanceOf(Receipt.Accepted.class);
        assertThat(again).isInstanceOf(Receipt.Duplicate.class);
        settle();
        assertThat(texts(mail)).hasSize(2);
    }

    @Test
    void aMatterOfTheAddressItselfStaysOpenAndItsAnswersComeAlong() {
        assistant.always(Scripted.handOver());
        Ticket mine = talk(MAIL, "I want a person");
        assertThat(mine.status()).isEqualTo(Status.QUEUED);
        assistant.always(Scripted.answer("answer"));
        Ticket other = talk(PHONE, "سؤال");
        talk(MAIL, "My other case is " + other.reference());
        assertThat(tickets.find(mine.reference()).orElseThrow().status()).isEqualTo(Status.QUEUED);
        talk(MAIL, code(sms));
        assertThat(desk.desk().conversation(MAIL, 0).ticket()).contains(other.reference());
        assertThat(tickets.find(mine.reference()).orElseThrow().status()).isEqualTo(Status.QUEUED);
        int before = mail.sent.size();
        Caller agent = new Caller(new Username("agent"), "Agent", Set.of(Role.AGENT), Optional.empty());
        desk.staff().act(agent, mine.reference(), new Act.Take(), Condition.NONE);
        desk.staff().act(agent, mine.reference(), new Act.Say("done for you", false), Condition.NONE);
        settle();
        assertThat(mail.sent).hasSize(before + 1);
        assertThat(texts(mail).getLast()).contains(mine.reference().value(), "done for you");
    }

    @Test
    void answersGoByTheChannelThatIsPreferredHoweverTheCitizenWrites() {
        assistant.always(Scripted.answer("answer"));
        Ticket ticket = talk(PHONE, "سؤال");
        talk(PHONE, "ردوا علي بالواتساب لو سمحتوا");
        assertThat(texts(sms).getLast()).contains("واتساب", ticket.reference().value());
        talk(WHATSAPP, ticket.reference().value());
        talk(WHATSAPP, code(sms));
        assertThat(texts(whatsApp).getLast()).startsWith("أهلا بك");
        int before = sms.sent.size();
        talk(PHONE, "سؤال آخر");
        assertThat(texts(whatsApp).getLast()).isEqualTo("answer");
        assertThat(sms.sent).hasSize(before);
        talk(PHONE, "ردوا علي هنا");
        assertThat(texts(sms).getLast()).contains("الرسائل النصية");
        talk(WHATSAPP, "سؤال ثالث");
        assertThat(texts(sms).getLast()).isEqualTo("answer");
    }

    @Test
    void theWishForAChannelIsReadInBothLanguagesAndNowhereElse() {
        for (String wish : List.of(
                "ردوا علي بالواتساب",
                "رد علي واتساب",
                "جاوبوني عالواتس",
                "تواصلوا معي عبر الواتساب",
                "Please reply by WhatsApp",
                "answer me on whats app")) {
            assertThat(Mentions.preference(wish, Channel.SMS)).as(wish).contains(Channel.WHATSAPP);
        }
        assertThat(Mentions.preference("ابعثولي رسالة عالايميل", Channel.SMS)).isNotEmpty();
        assertThat(Mentions.preference("راسلوني على البريد", Channel.SMS)).contains(Channel.EMAIL);
        assertThat(Mentions.preference("write to me by e-mail", Channel.SMS)).contains(Channel.EMAIL);
        assertThat(Mentions.preference("reply here please", Channel.EMAIL)).contains(Channel.EMAIL);
        assertThat(Mentions.preference("رد علي في المحادثة عبر الموقع", Channel.SMS))
                .isEmpty();
        for (String none : List.of(
                "رقم الواتساب تبع الدائرة شو؟",
                "كيف بقدم الطلب عبر الموقع؟",
                "What is the e-mail address of the department?",
                "الموظف ما رد علي بالواتساب",
                "They did not reply to me by email")) {
            assertThat(Mentions.preference(none, Channel.SMS)).as(none).isEmpty();
        }
    }

    @Test
    void wordsAreNoReferences() {
        Reference reference = Reference.random();
        assertThat(Mentions.references("percentage knowledges internet12")).isEmpty();
        String halves =
                reference.value().substring(0, 5) + "-" + reference.value().substring(5);
        assertThat(Mentions.references("my case " + halves + ".")).containsExactly(reference);
    }

    private InboundMessage message(Contact contact, String text) {
        return DeskFixture.message(contact, String.valueOf(++id), text);
    }

    private Ticket talk(Contact contact, String text) {
        assertThat(desk.desk().receive(message(contact, text))).isInstanceOf(Receipt.Accepted.class);
        settle();
        Reference at = desk.desk().conversation(contact, 0).ticket().orElseThrow();
        return tickets.find(at).orElseThrow();
    }

    private void settle() {
        for (int i = 0; i < 50 && desk.runDue() > 0; i++) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    private static List<String> texts(Scripted.Wire wire) {
        return wire.sent.stream().map(it -> it.reply().text()).toList();
    }

    /** The last code that went out. */
    private static String code(Scripted.Wire wire) {
        return texts(wire).reversed().stream()
                .map(Pattern.compile("\\b[0-9]{6}\\b")::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private static String arabic(String digits) {
        StringBuilder arabic = new StringBuilder();
        digits.chars().forEach(digit -> arabic.append((char) ('٠' + digit - '0')));
        return arabic.toString();
    }
}
