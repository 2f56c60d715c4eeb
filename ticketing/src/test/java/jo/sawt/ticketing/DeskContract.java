package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a citizen can rely on, on any store. */
public abstract class DeskContract {
    protected abstract Tickets tickets();

    private DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture(tickets());
    }

    @Test
    void aQuestionIsStoredAnsweredAndNumbered() {
        Contact contact = DeskFixture.web();
        Receipt.Accepted receipt = desk.say(contact, "1", "بدي أجدد جواز سفري");
        assertThat(receipt.seq()).isEqualTo(1);
        assertThat(desk.conversation(contact).assistantOwesTurn()).isTrue();
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.ASSISTANT);

        desk.settle();

        assertThat(desk.texts(contact)).containsExactly("بدي أجدد جواز سفري", "reply to بدي أجدد جواز سفري");
        assertThat(desk.conversation(contact).seq()).isEqualTo(2);
        assertThat(desk.conversation(contact).assistantOwesTurn()).isFalse();
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.CITIZEN);
    }

    @Test
    void whatCannotBeTakenIsRefusedWithAKeyOfTheCatalogue() {
        Contact contact = DeskFixture.web();
        for (InboundMessage message : List.of(
                DeskFixture.message(contact, "1", " \u0000 "),
                DeskFixture.message(contact, "2", "x".repeat(InboundMessage.LONGEST + 1)),
                new InboundMessage(contact, "k", new InboundMessage.Content.Choice(""), Optional.empty()))) {
            Receipt receipt = desk.ticketing.desk().receive(message);
            assertThat(receipt).isInstanceOf(Receipt.Refused.class);
            assertThat(Messages.keys(Lang.EN)).contains(((Receipt.Refused) receipt).code());
        }
        assertThat(desk.conversation(contact).ticket()).isEmpty();
    }

    @Test
    void theSameMessageFiftyTimesAtOnceIsOneEntryAndFiftyEqualReceipts() throws Exception {
        Contact contact = DeskFixture.web();
        List<Receipt> receipts =
                atOnce(50, i -> desk.ticketing.desk().receive(DeskFixture.message(contact, "1", "مرحبا")));

        Reference ticket = desk.head(contact).reference();
        assertThat(receipts).allSatisfy(receipt -> {
            switch (receipt) {
                case Receipt.Accepted accepted -> assertThat(accepted).isEqualTo(new Receipt.Accepted(ticket, 1));
                case Receipt.Duplicate duplicate -> assertThat(duplicate).isEqualTo(new Receipt.Duplicate(ticket, 1));
                case Receipt.Refused refused -> assertThat(refused).isNull();
            }
        });
        assertThat(receipts.stream().filter(Receipt.Accepted.class::isInstance)).hasSize(1);
        assertThat(desk.texts(contact)).containsExactly("مرحبا");
    }

    @Test
    void manyMessagesOfANewContactAtOnceAreAllStoredOnceInOneTicketWithoutAGap() throws Exception {
        Contact contact = DeskFixture.web();
        DeskFixture other = new DeskFixture(tickets());
        List<Receipt> receipts = atOnce(
                40,
                i -> (i % 2 == 0 ? desk : other)
                        .ticketing
                        .desk()
                        .receive(DeskFixture.message(contact, String.valueOf(i / 2), "m" + i / 2)));
        assertThat(receipts.stream().filter(Receipt.Accepted.class::isInstance)).hasSize(20);
        assertThat(desk.conversation(contact).entries().stream().map(Conversation.Entry::seq))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(desk.conversation(contact).entries().stream()
                        .map(Conversation.Entry::ticket)
                        .distinct())
                .hasSize(1);
    }

    static <T> List<T> atOnce(int count, IntFunction<T> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return call.apply(i);
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void aDecisionOnAnOldMessageIsDroppedAndAllUnansweredIsShownNext() {
        Contact contact = DeskFixture.web();
        desk.assistant.by(turn -> {
            if (turn.unanswered().size() == 1) {
                desk.say(contact, "2", "second");
            }
            return Scripted.answer("reply to " + Scripted.words(turn));
        });
        desk.talk(contact, "1", "first");

        assertThat(desk.texts(contact)).containsExactly("first", "second", "reply to first+second");
    }

    @Test
    void anAssistantThatFailsTwiceHandsOverToAPersonAndSaysSo() {
        Contact contact = DeskFixture.web();
        desk.assistant.by(turn -> {
            throw new IllegalStateException("down");
        });
        desk.talk(contact, "1", "hello");
        assertThat(desk.head(contact).status()).isEqualTo(Status.ASSISTANT);

        desk.clock.advance(Duration.ofSeconds(3));
        desk.settle();

        assertThat(desk.assistant.shown).hasSize(2);
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.QUEUE);
        assertThat(desk.texts(contact)).hasSize(2);
        assertThat(desk.head(contact).care().milestones().waitingSince()).isPresent();
    }

    @Test
    void aTurnThatACrashedNodeHeldIsTakenOverWhenItsLeaseRunsOut() {
        Contact contact = DeskFixture.web();
        desk.say(contact, "1", "hello");
        DeskFixture other = new DeskFixture(tickets());
        assertThat(other.ticketing.runDue()).isZero();

        other.clock.advance(Duration.ofSeconds(31));
        other.settle();

        assertThat(desk.texts(contact)).containsExactly("hello", "reply to hello");
        desk.settle();
        assertThat(desk.texts(contact)).hasSize(2);
    }

    @Test
    void aComplaintGoesToItsDepartmentWithReferenceAndDay() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket ticket = desk.talk(contact, "1", "المعاملة واقفة من شهر");

        assertThat(ticket.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(ticket.owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(ticket.care().assignments()).singleElement().satisfies(share -> {
            assertThat(share.department()).isEqualTo(new DepartmentId("dls"));
            assertThat(share.lead()).isTrue();
        });
        assertThat(desk.texts(contact).getLast()).isEqualTo("رقم " + ticket.reference() + " قبل السبت 6 حزيران 2026");
        assertThat(ticket.care().clocks().firstRespondedAt()).isEmpty();
    }

    @Test
    void twoMattersOfOneMessageAreSharedByTheirDepartments() {
        Decision first = Scripted.route(Kind.COMPLAINT, "dls");
        desk.assistant.always(new Decision.Route(
                first.understanding(),
                first.reply(),
                "شكوى",
                List.of(Scripted.understood(Kind.SUGGESTION, Optional.of("water")))));
        Ticket ticket = desk.talk(DeskFixture.web(), "1", "المعاملة واقفة من شهر وبقترح عداد ذكي");

        assertThat(ticket.care().assignments())
                .extracting(share -> share.department().value(), Assignment::lead)
                .containsExactly(tuple("dls", true), tuple("water", false));
    }

    @Test
    void anInquiryThatBecomesAComplaintIsTheSameTicket() {
        Contact contact = DeskFixture.web();
        Reference first = desk.talk(contact, "1", "question").reference();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        assertThat(desk.talk(contact, "2", "complaint").reference()).isEqualTo(first);
    }

    @Test
    void aReportIsSealedFromTheDepartmentItNames() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.REPORT, "dls"));
        Ticket ticket = desk.talk(contact, "1", "موظف طلب رشوة");
        assertThat(ticket.care().assignments()).isEmpty();
        assertThat(ticket.owner()).isEqualTo(Owner.QUEUE);
        assertThat(ticket.department()).contains(new DepartmentId("dls"));
    }

    @Test
    void aMatterOfAnUnknownDepartmentWaitsForAPerson() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "atlantis"));
        assertThat(desk.talk(contact, "1", "x").owner()).isEqualTo(Owner.QUEUE);
    }

    @Test
    void whileADepartmentHasItTheAssistantAnswersQuestionsAndOwnershipStays() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket before = desk.talk(contact, "1", "complaint");
        desk.assistant.always(Scripted.answer("the fee is 5"));
        Ticket after = desk.talk(contact, "2", "how much is it?");

        assertThat(after.reference()).isEqualTo(before.reference());
        assertThat(after.owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(after.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(desk.texts(contact).getLast()).isEqualTo("the fee is 5");
    }

    @Test
    void moreOnTheSameMatterIsAddedToIt() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket before = desk.talk(contact, "1", "complaint");
        Ticket after = desk.talk(contact, "2", "and another thing");
        assertThat(after.reference()).isEqualTo(before.reference());
        assertThat(after.care().assignments()).hasSize(1);
        assertThat(desk.texts(contact).getLast()).contains(before.reference().value());
    }

    @Test
    void aNewMatterBecomesATicketOfItsOwnInTheSameConversation() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket first = desk.talk(contact, "1", "land");
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "water"));
        Ticket second = desk.talk(contact, "2", "water");

        assertThat(second.reference()).isNotEqualTo(first.reference());
        assertThat(desk.find(first.reference()).owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(second.care().assignment(new DepartmentId("water"))).isPresent();
        assertThat(second.timeline().entries().stream()
                        .filter(entry -> entry.what() instanceof Entry.Said said
                                && said.text().equals("water")))
                .as("the department reads what the citizen said")
                .hasSize(1);
        assertThat(desk.conversation(contact).entries().stream().map(Conversation.Entry::seq))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(desk.texts(contact).get(3)).contains(second.reference().value());
        assertThat(desk.say(contact, "3", "more").ticket()).isEqualTo(second.reference());
        assertThat(((Receipt.Duplicate) desk.ticketing.desk().receive(DeskFixture.message(contact, "2", "water")))
                        .seq())
                .isEqualTo(3);
    }

    @Test
    void aFullTimelineGoesOnInALinkedTicketWithItsOwnerAndItsNumbers() {
        TicketingSettings small =
                TicketingSettings.defaults(false).with(new TicketingSettings.Bounds(10, 100_000, 4, 3));
        desk = new DeskFixture(tickets(), small);
        Contact contact = DeskFixture.web();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            desk.talk(contact, String.valueOf(i), "m" + i);
            expected.add("m" + i);
            expected.add("reply to m" + i);
        }
        Conversation conversation = desk.conversation(contact);
        assertThat(desk.texts(contact)).isEqualTo(expected);
        assertThat(conversation.entries().stream().map(Conversation.Entry::seq))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
        assertThat(conversation.entries().stream()
                        .map(Conversation.Entry::ticket)
                        .distinct()
                        .count())
                .isGreaterThan(2);
        Ticket first = desk.find(conversation.entries().getFirst().ticket());
        assertThat(first.status()).isEqualTo(Status.MERGED);
        assertThat(desk.ticketing.desk().conversation(contact, 38).entries()).hasSize(2);
    }

    @Test
    void aQuietConversationClosesAndTheNextMessageOpensALinkedTicket() {
        Contact contact = DeskFixture.web();
        Reference first = desk.talk(contact, "1", "one").reference();
        desk.clock.advance(Duration.ofHours(25));
        desk.settle();
        assertThat(desk.find(first).status()).isEqualTo(Status.CLOSED);

        Ticket second = desk.talk(contact, "2", "two");

        assertThat(second.reference()).isNotEqualTo(first);
        assertThat(second.talk().links().previous()).contains(first);
        assertThat(desk.texts(contact)).containsExactly("one", "reply to one", "two", "reply to two");
        assertThat(desk.conversation(contact).seq()).isEqualTo(4);
    }

    @Test
    void aContinuationThatWasCutOffAfterItsFirstWriteIsFinishedByTheNextMessage() {
        Contact contact = DeskFixture.web();
        desk.talk(contact, "1", "one");
        desk.clock.advance(Duration.ofHours(25));
        desk.settle();
        Ticket closed = desk.head(contact);
        Chains chains = new Chains(clerk());
        Change sealed = chains.seal(closed, Links.Reason.CLOSED).done();
        assertThat(desk.tickets.save(sealed)).isEqualTo(Tickets.Saved.STORED);
        assertThat(desk.head(contact).reference()).isEqualTo(closed.reference());

        desk.talk(contact, "2", "two");

        assertThat(desk.head(contact).reference())
                .isEqualTo(sealed.next().talk().links().next().orElseThrow().reference());
        assertThat(desk.texts(contact)).containsExactly("one", "reply to one", "two", "reply to two");
    }

    @Test
    void aSplitThatWasCutOffAfterItsFirstWriteIsFinishedByTheSafetyNet() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        desk.talk(contact, "1", "land");
        desk.say(contact, "2", "water");
        Chains chains = new Chains(clerk());
        assertThat(desk.tickets.save(
                        chains.seal(desk.head(contact), Links.Reason.SPLIT).done()))
                .isEqualTo(Tickets.Saved.STORED);

        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "water"));
        desk.clock.advance(Duration.ofSeconds(5));
        desk.settle();

        assertThat(desk.head(contact).care().assignment(new DepartmentId("water")))
                .isPresent();
        assertThat(desk.texts(contact)).hasSize(4);
        assertThat(desk.texts(contact).get(2)).isEqualTo("water");
    }

    private Clerk clerk() {
        House house = new House(
                TicketingSettings.defaults(false),
                desk.clock,
                new Scripted.PlainDays(),
                (id, lang) -> Optional.of(id.value()),
                Set.of(),
                Set.of());
        return new Clerk(desk.tickets, new LiveFeed(house.now()), new Wakes(), house);
    }

    @Test
    void anSmsIsSentOnceAndADeferredOneAgainWhenDue() {
        Contact contact = DeskFixture.sms();
        desk.sms.next.add(new Delivery.Deferred("busy", Duration.ofSeconds(60)));
        desk.talk(contact, "1", "hello");
        assertThat(desk.sms.sent).hasSize(1);
        desk.clock.advance(Duration.ofSeconds(30));
        desk.settle();
        assertThat(desk.sms.sent).hasSize(1);

        desk.clock.advance(Duration.ofSeconds(31));
        desk.settle();

        assertThat(desk.sms.sent).extracting(OutboundMessage::attempt).containsExactly(1, 2);
        assertThat(desk.sms.sent.stream().map(OutboundMessage::id).distinct()).hasSize(1);
    }

    @Test
    void aHeldMessageWaitsForItsTurnAndThatIsNoAttempt() {
        Contact contact = DeskFixture.sms();
        for (int i = 0; i < 20; i++) {
            desk.sms.next.add(new Delivery.Held("paced", Duration.ofSeconds(3)));
        }
        desk.talk(contact, "1", "hello");
        desk.talk(contact, "2", "again");
        for (int i = 0; i < 20; i++) {
            desk.clock.advance(Duration.ofSeconds(3));
            desk.settle();
        }
        assertThat(desk.sms.sent)
                .hasSize(22)
                .extracting(OutboundMessage::attempt)
                .containsOnly(1);
        assertThat(desk.sms.sent.subList(20, 22))
                .extracting(message -> message.reply().text())
                .containsExactly("reply to hello", "reply to again");
    }

    @Test
    void whatWasSaidInTheTicketBeforeGoesOutFirst() {
        Contact contact = DeskFixture.sms();
        desk.sms.next.add(new Delivery.Deferred("busy", Duration.ofHours(26)));
        desk.talk(contact, "1", "hello");
        desk.clock.advance(Duration.ofHours(25));
        desk.settle();
        desk.talk(contact, "2", "again");
        assertThat(desk.sms.sent).hasSize(1);
        desk.clock.advance(Duration.ofHours(2));
        desk.settle();
        desk.clock.advance(Duration.ofSeconds(2));
        desk.settle();
        assertThat(desk.sms.sent)
                .extracting(message -> message.reply().text())
                .containsExactly("reply to hello", "reply to hello", "reply to again");
    }

    @Test
    void aRejectedMessageIsADeadLetterThatStaffSee() {
        Contact contact = DeskFixture.sms();
        desk.sms.next.add(new Delivery.Rejected("21610"));
        Ticket ticket = desk.talk(contact, "1", "hello");
        assertThat(DeskFixture.events(desk.find(ticket.reference()))).contains("undeliverable");
        assertThat(desk.tickets.dead(100)).extracting(Ticket::reference).contains(ticket.reference());
    }

    @Test
    void theFeedTellsOnlyTheReadersOfAConversation() throws Exception {
        Contact contact = DeskFixture.web();
        CountDownLatch heard = new CountDownLatch(1);
        List<TicketEvent> others = new CopyOnWriteArrayList<>();
        Feed.Subscription one = desk.ticketing.feed().subscribe(contact, event -> heard.countDown());
        Feed.Subscription two = desk.ticketing.feed().subscribe(DeskFixture.web(), others::add);
        desk.say(contact, "1", "hello");
        assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
        one.close();
        two.close();
        assertThat(others).isEmpty();
    }

    @Test
    void aMissedDeadlineGoesUpTheLadderOnceAStep() {
        Contact contact = DeskFixture.web();
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket ticket = desk.talk(contact, "1", "land");
        for (int day = 0; day < 10; day++) {
            desk.clock.advance(Duration.ofDays(1));
            desk.settle();
        }
        Ticket late = desk.find(ticket.reference());
        assertThat(DeskFixture.events(late).stream().filter("escalated"::equals))
                .hasSize(3);
        assertThat(late.matter().labels().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void aConversationIsRated() {
        Contact contact = DeskFixture.web();
        assertThat(desk.ticketing.desk().rate(contact, new Rating(5, 4, 3))).isFalse();
        desk.talk(contact, "1", "hello");
        assertThat(desk.ticketing.desk().rate(contact, new Rating(5, 4, 3))).isTrue();
        assertThat(desk.head(contact).care().milestones().rating()).contains(new Rating(5, 4, 3));
    }
}
