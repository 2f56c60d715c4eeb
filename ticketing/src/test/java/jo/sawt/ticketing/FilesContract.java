package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jo.sawt.ticketing.mongo.CoreStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever sends a file can rely on, on any store. */
public abstract class FilesContract {
    private static final Caller AGENT = new Caller(new Username("huda"), "Huda", Set.of(Role.AGENT), Optional.empty());
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    private DeskFixture desk;
    private Files files;

    protected abstract CoreStores stores();

    private Tickets tickets() {
        return stores().tickets();
    }

    private Attachments attachments() {
        return stores().attachments();
    }

    @BeforeEach
    void open() {
        desk = new DeskFixture(tickets());
        files = new Files(attachments(), desk.tickets, desk.clock);
    }

    private static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        System.arraycopy(JPEG, 0, picture, 0, JPEG.length);
        return picture;
    }

    private Filed take(String name, byte[] content, String owner) throws IOException {
        return files.take(name, new ByteArrayInputStream(content), owner);
    }

    private Attachment kept(String name, byte[] content, String owner) throws IOException {
        return ((Filed.Kept) take(name, content, owner)).file();
    }

    private byte[] bytes(Attachment file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(file, out);
        return out.toByteArray();
    }

    private static InboundMessage message(Contact contact, String id, String text, Attachment... files) {
        return new InboundMessage(
                contact,
                contact.key() + ":" + id,
                new InboundMessage.Content.Words(text, List.of(files)),
                Optional.empty());
    }

    @Test
    void aFileComesOutAsItWentInWhateverItsSize() throws IOException {
        for (int size : new int[] {12, Attachments.PART, Attachments.PART + 1, 3 * Attachments.PART - 1}) {
            byte[] picture = picture(size);
            Attachment file = kept("صورة الهوية.jpg", picture, "web:a");
            assertThat(file.name()).isEqualTo("صورة الهوية.jpg");
            assertThat(file.type()).isEqualTo("image/jpeg");
            assertThat(file.size()).isEqualTo(size);
            assertThat(bytes(file)).isEqualTo(picture);
        }
    }

    @Test
    void whatAFileIsIsReadFromItsContent() throws IOException {
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, 500);
        byte[] drawing =
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);
        for (byte[] wrong : List.of(page, program, drawing)) {
            assertThat(take("photo.jpg", wrong, "web:a")).isEqualTo(new Filed.Refused("refused.file-type"));
        }
        assertThat(take("a.jpg", new byte[0], "web:a")).isEqualTo(new Filed.Refused("refused.file-empty"));
        assertThat(kept("program.exe", picture(500), "web:a").type()).isEqualTo("image/jpeg");
        assertThat(kept("a.pdf", "%PDF-1.7\n%…".getBytes(StandardCharsets.UTF_8), "web:a")
                        .type())
                .isEqualTo("application/pdf");
        assertThat(kept("شكوى.txt", "المعاملة واقفة من شهر".getBytes(StandardCharsets.UTF_8), "web:a")
                        .type())
                .isEqualTo("text/plain");
    }

    @Test
    void aFileTooLargeLeavesNothing() throws IOException {
        desk.clock.advance(Duration.ofDays(2));
        List<AttachmentId> before = attachments().waiting(desk.clock.instant(), 1_000);
        byte[] half = picture((int) Files.LARGEST / 2);
        InputStream tooLong = new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(half), new ByteArrayInputStream(half)),
                new ByteArrayInputStream(new byte[2]));
        assertThat(files.take("big.jpg", tooLong, "web:large")).isEqualTo(new Filed.Refused("refused.file-size"));
        desk.clock.advance(Duration.ofDays(2));
        assertThat(attachments().waiting(desk.clock.instant(), 1_000)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        desk.clock.advance(Duration.ofDays(2));
        List<AttachmentId> before = attachments().waiting(desk.clock.instant(), 1_000);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is cut");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("the line is cut");
            }
        };
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(picture(2 * Attachments.PART)), broken);
        assertThatThrownBy(() -> files.take("cut.jpg", cut, "web:cut")).isInstanceOf(IOException.class);
        desk.clock.advance(Duration.ofDays(2));
        assertThat(attachments().waiting(desk.clock.instant(), 1_000)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void namesLoseTheirPathAndWhatHidesTheirEnding() throws IOException {
        assertThat(kept("C:\\Users\\a\\..\\x\u202Egpj.exe\u0000", picture(50), "web:a")
                        .name())
                .isEqualTo("xgpj.exe");
        assertThat(kept("../../etc/passwd", picture(50), "web:a").name()).isEqualTo("passwd");
        assertThat(kept(" .. ", picture(50), "web:a").name()).isEqualTo("file");
        assertThat(kept("ص".repeat(400) + ".jpeg", picture(50), "web:a").name())
                .hasSize(120)
                .endsWith(".jpeg");
    }

    @Test
    void aMessageBringsItsFilesAndAWordlessOneIsAskedWhatItIsAbout() throws IOException {
        Contact contact = DeskFixture.web();
        Attachment file = kept("a.jpg", picture(100), contact.key());

        desk.ticketing.desk().receive(message(contact, "1", "", file));
        desk.settle();

        List<Conversation.Entry> entries = desk.conversation(contact).entries();
        assertThat(entries.getFirst().reply().files()).containsExactly(file);
        assertThat(entries.getFirst().reply().text()).isEmpty();
        assertThat(entries.getLast().reply().text()).isEqualTo(Messages.text(Lang.AR, "desk.files-kept"));
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.CITIZEN);

        assertThat(desk.ticketing.desk().receive(message(contact, "1", "", file)))
                .isInstanceOf(Receipt.Duplicate.class);
        desk.talk(contact, "2", "هذه صورة هويتي");
        assertThat(desk.texts(contact)).endsWith("reply to هذه صورة هويتي");
        assertThat(desk.conversation(contact).entries()).hasSize(4);
    }

    @Test
    void onlyWhatNoMessageNamesIsRemovedAfterADay() throws IOException {
        Contact contact = DeskFixture.web();
        Attachment named = kept("a.jpg", picture(100), contact.key());
        Attachment left = kept("b.jpg", picture(2 * Attachments.PART), contact.key());
        desk.ticketing.desk().receive(message(contact, "1", "مرفق", named));

        desk.clock.advance(Duration.ofHours(20));
        files.sweep();
        assertThat(bytes(left)).hasSize(2 * Attachments.PART);

        desk.clock.advance(Duration.ofHours(5));
        files.sweep();
        assertThat(attachments().find(left.id())).isEmpty();
        assertThat(attachments().part(left.id(), 0)).isEmpty();
        assertThat(bytes(named)).isEqualTo(picture(100));
        assertThat(attachments().waiting(desk.clock.instant(), 1_000)).doesNotContain(named.id());
    }

    @Test
    void aMemberOfStaffSendsAFileOnceAndOnlyTheirOwn() throws IOException {
        Contact contact = DeskFixture.web();
        Ticket ticket = desk.talk(contact, "1", "سؤال");
        Attachment file = kept("answer.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "huda");
        assertThat(files.handedIn(file.id(), "sami")).isEmpty();
        assertThat(files.handedIn(file.id(), "huda")).contains(file);

        assertThat(reply(ticket, file)).isInstanceOf(Outcome.Done.class);

        Conversation.Entry last = desk.conversation(contact).entries().getLast();
        assertThat(last.reply().files()).containsExactly(file);
        assertThat(last.from()).isEqualTo(Author.AGENT);
        assertThat(reply(ticket, file)).isEqualTo(new Outcome.Refused("refused.file-taken"));
        desk.clock.advance(Duration.ofHours(23));
        assertThat(files.handedIn(file.id(), "huda")).isEmpty();
    }

    @Test
    void aFileThatTheChannelCannotCarryIsRefusedBeforeItIsWritten() throws IOException {
        Ticket ticket = desk.talk(DeskFixture.sms(), "1", "سؤال");
        Attachment file = kept("answer.jpg", picture(40), "huda");
        assertThat(reply(ticket, file)).isEqualTo(new Outcome.Refused("refused.file-channel"));
    }

    private static InboundMessage announcing(Contact contact, String id, String text, int following) {
        return new InboundMessage(
                contact,
                contact.key() + ":" + id,
                new InboundMessage.Content.Words(text, List.of(), following),
                Optional.empty());
    }

    @Test
    void aMessageOfNothingButAnnouncedFilesIsAskedWhatItIsAboutAndTheFilesFollowOnce() throws IOException {
        Contact contact = DeskFixture.sms();
        InboundMessage message = announcing(contact, "1", "", 2);
        LateFiles late = desk.ticketing.lateFiles();
        assertThat(late.isAwaited(message.key(), 0)).isFalse();
        desk.ticketing.desk().receive(message);
        desk.settle();
        assertThat(desk.texts(contact))
                .containsExactly(
                        Messages.text(Lang.AR, "desk.files-follow"), Messages.text(Lang.AR, "desk.files-kept"));

        Attachment file = kept("a.jpg", picture(100), contact.key());
        assertThat(late.isAwaited(message.key(), 0)).isTrue();
        assertThat(late.arrived(message.key(), 0, file)).isTrue();
        assertThat(late.arrived(message.key(), 0, kept("b.jpg", picture(90), contact.key())))
                .isFalse();
        assertThat(late.isAwaited(message.key(), 0)).isFalse();
        assertThat(late.isAwaited(message.key(), 1)).isTrue();
        desk.settle();

        assertThat(desk.conversation(contact).entries()).hasSize(3);
        assertThat(desk.conversation(contact).entries().getLast().reply().files())
                .containsExactly(file);
        Ticket ticket = desk.head(contact);
        assertThat(ticket.owner()).isEqualTo(Owner.CITIZEN);
        assertThat(ticket.care().milestones().waitingSince()).isEmpty();
        desk.clock.advance(Duration.ofDays(2));
        files.sweep();
        assertThat(bytes(file)).isEqualTo(picture(100));
        desk.talk(contact, "2", "هذه صورة هويتي");
        assertThat(desk.texts(contact)).endsWith("reply to هذه صورة هويتي");
    }

    @Test
    void aFileThatComesWhileTheAssistantThinksDoesNotCostTheAnswer() throws IOException {
        Contact contact = DeskFixture.sms();
        InboundMessage message = announcing(contact, "1", "شو هاي الورقة؟", 1);
        desk.ticketing.desk().receive(message);
        Attachment file = kept("a.jpg", picture(100), contact.key());
        assertThat(desk.ticketing.lateFiles().arrived(message.key(), 0, file)).isTrue();
        desk.settle();
        assertThat(desk.texts(contact)).containsExactly("شو هاي الورقة؟", "", "reply to شو هاي الورقة؟");
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.CITIZEN);
    }

    @Test
    void aFileThatWillNotComeIsToldToStaffOnce() throws IOException {
        Contact contact = DeskFixture.sms();
        InboundMessage message = announcing(contact, "1", "مرفق", 1);
        LateFiles late = desk.ticketing.lateFiles();
        assertThat(late.lost(message.key(), 0, "file-type")).isFalse();
        desk.ticketing.desk().receive(message);
        desk.settle();
        assertThat(late.lost(message.key(), 0, "file-type")).isTrue();
        assertThat(late.lost(message.key(), 0, "file-type")).isFalse();
        assertThat(late.arrived(message.key(), 0, kept("a.jpg", picture(100), contact.key())))
                .isFalse();
        assertThat(DeskFixture.events(desk.head(contact))).containsOnlyOnce("file-lost");
        assertThat(desk.texts(contact)).hasSize(2);
    }

    @Test
    void aFileWhoseTicketIsClosedByNowIsSeenWhereTheConversationGoesOn() throws IOException {
        Contact contact = DeskFixture.sms();
        InboundMessage message = announcing(contact, "1", "مرفق", 1);
        desk.ticketing.desk().receive(message);
        desk.settle();
        Ticket first = desk.head(contact);
        desk.clock.advance(Duration.ofHours(25));
        desk.settle();
        assertThat(desk.find(first.reference()).status()).isEqualTo(Status.CLOSED);
        Ticket next = desk.talk(contact, "2", "سؤال آخر");
        assertThat(next.reference()).isNotEqualTo(first.reference());
        Attachment file = kept("a.jpg", picture(100), contact.key());
        assertThat(desk.ticketing.lateFiles().arrived(message.key(), 0, file)).isTrue();
        assertThat(desk.head(contact).timeline().entries().getLast().files()).containsExactly(file);
    }

    private Outcome reply(Ticket ticket, Attachment file) {
        return desk.ticketing
                .staff()
                .act(AGENT, ticket.reference(), new Act.Say("تفضل", false, List.of(file)), Condition.NONE);
    }
}
