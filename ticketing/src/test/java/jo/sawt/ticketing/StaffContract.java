package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff can rely on, on any store. */
public abstract class StaffContract {
    private static final DepartmentId DLS = new DepartmentId("dls");
    private static final DepartmentId WATER = new DepartmentId("water");
    private static final Caller AGENT = caller("rana", Role.AGENT, null);
    private static final Caller COLLEAGUE = caller("sami", Role.AGENT, null);
    private static final Caller SUPERVISOR = caller("huda", Role.SUPERVISOR, null);
    private static final Caller RESPONDER = caller("land.one", Role.RESPONDER, "dls");
    private static final Caller WATERMAN = caller("water.one", Role.RESPONDER, "water");
    private static final Caller ANALYST = caller("analyst", Role.ANALYST, null);
    private static final Caller EDITOR = caller("editor", Role.EDITOR, null);

    protected abstract Tickets tickets();

    private DeskFixture desk;
    private StaffDesk staff;

    @BeforeEach
    void open() {
        desk = new DeskFixture(tickets());
        staff = desk.ticketing.staff();
    }

    private static Caller caller(String name, Role role, @Nullable String department) {
        return new Caller(
                new Username(name),
                name,
                Set.of(role),
                Optional.ofNullable(department).map(DepartmentId::new));
    }

    private Ticket done(Caller caller, Ticket ticket, Act act) {
        Outcome outcome = staff.act(caller, ticket.reference(), act, Condition.NONE);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        desk.settle();
        return desk.find(ticket.reference());
    }

    private Outcome tried(Caller caller, Ticket ticket, Act act) {
        return staff.act(caller, ticket.reference(), act, Condition.NONE);
    }

    private Ticket queued(Contact contact) {
        desk.assistant.always(Scripted.handOver());
        return desk.talk(contact, "1", "a person please");
    }

    private Ticket complaint(Contact contact) {
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        return desk.talk(contact, "1", "land");
    }

    @Test
    void aDepartmentAnswersAndTheAnswerIsInTheConversation() {
        Contact contact = DeskFixture.web();
        Ticket ticket = complaint(contact);
        done(RESPONDER, ticket, new Act.Accept(DLS));
        Ticket resolved = done(
                RESPONDER,
                ticket,
                new Act.Answer(DLS, "انتهت معاملتك", Optional.of("قرار 12"), true, Optional.empty()));

        assertThat(resolved.status()).isEqualTo(Status.RESOLVED);
        Conversation.Entry last = desk.conversation(contact).entries().getLast();
        assertThat(last.reply().text()).isEqualTo("انتهت معاملتك");
        assertThat(last.from()).isEqualTo(Author.DEPARTMENT);
        assertThat(last.name()).contains("دائرة dls");
        assertThat(resolved.care().clocks().firstRespondedAt()).isPresent();
    }

    @Test
    void anAnswerWithoutActionNeedsAReason() {
        Ticket ticket = complaint(DeskFixture.web());
        Act act = new Act.Answer(DLS, "no", Optional.empty(), false, Optional.of(" "));
        assertThat(tried(RESPONDER, ticket, act)).isEqualTo(new Outcome.Refused("refused.reason-missing"));
    }

    @Test
    void aJointTicketResolvesWhenAllHaveAnsweredAndTheCitizenGetsOneAnswer() {
        Contact contact = DeskFixture.web();
        Ticket ticket = complaint(contact);
        done(AGENT, ticket, new Act.Refer(WATER, "pipes too", false));
        int before = desk.texts(contact).size();

        Ticket half = done(WATERMAN, ticket, new Act.Answer(WATER, "pipe", Optional.empty(), true, Optional.empty()));
        assertThat(half.status()).isEqualTo(Status.WITH_DEPARTMENT);
        assertThat(desk.texts(contact)).hasSize(before);
        assertThat(tried(AGENT, ticket, new Act.ChangeStatus(Status.RESOLVED, Optional.empty())))
                .isInstanceOf(Outcome.Refused.class);

        Ticket whole = done(RESPONDER, ticket, new Act.Answer(DLS, "land", Optional.empty(), true, Optional.empty()));
        assertThat(whole.status()).isEqualTo(Status.RESOLVED);
        assertThat(desk.texts(contact)).hasSize(before + 1);
        assertThat(desk.texts(contact).getLast()).isEqualTo("دائرة dls:\nland\n\nدائرة water:\npipe");
    }

    @Test
    void aDepartmentTransfersWithAReasonAndCannotSimplyClose() {
        Contact contact = DeskFixture.web();
        Ticket ticket = complaint(contact);
        assertThat(tried(RESPONDER, ticket, new Act.ChangeStatus(Status.CLOSED, Optional.of("not ours"))))
                .isInstanceOf(Outcome.Forbidden.class);
        assertThat(tried(RESPONDER, ticket, new Act.Transfer(DLS, WATER, "")))
                .isEqualTo(new Outcome.Refused("refused.reason-missing"));

        Ticket moved = done(RESPONDER, ticket, new Act.Transfer(DLS, WATER, "a pipe is theirs"));

        assertThat(moved.care().lead().map(Assignment::department)).contains(WATER);
        assertThat(moved.department()).contains(WATER);
        assertThat(staff.ticket(RESPONDER, ticket.reference())).isEmpty();
        assertThat(staff.ticket(WATERMAN, ticket.reference())).isPresent();
        assertThat(desk.texts(contact).getLast()).contains("دائرة water");
        assertThat(moved.care().clocks().resolutionDueAt())
                .as("the citizen's deadline does not start again")
                .isEqualTo(ticket.care().clocks().resolutionDueAt());
    }

    @Test
    void eachSeesOnlyWhatIsTheirs() {
        Ticket ticket = complaint(DeskFixture.web());
        assertThat(staff.ticket(WATERMAN, ticket.reference())).isEmpty();
        assertThat(staff.ticket(EDITOR, ticket.reference())).isEmpty();
        assertThat(tried(WATERMAN, ticket, new Act.Note("x"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(list(RESPONDER)).extracting(Ticket::reference).contains(ticket.reference());
        assertThat(list(WATERMAN)).extracting(Ticket::reference).doesNotContain(ticket.reference());
        assertThat(list(EDITOR)).isEmpty();

        Ticket faceless = staff.ticket(ANALYST, ticket.reference()).orElseThrow();
        assertThat(faceless.talk().contact().address()).isEqualTo("…");
        assertThat(faceless.timeline().entries()).allMatch(entry -> entry.what() instanceof Entry.Event);
        assertThat(staff.actions(ANALYST, ticket)).isEmpty();
    }

    private List<Ticket> list(Caller caller) {
        return staff.list(
                        caller,
                        new TicketQuery(
                                Set.of(),
                                TicketQuery.Filter.NONE,
                                Optional.empty(),
                                TicketQuery.Sort.NEWEST,
                                Optional.empty(),
                                200))
                .tickets();
    }

    @Test
    void aReportStaysHiddenFromTheDepartmentItNamesWhateverHappensToIt() {
        desk.assistant.always(Scripted.route(Kind.REPORT, "dls"));
        Ticket report = desk.talk(DeskFixture.web(), "1", "bribe");
        assertThat(tried(AGENT, report, new Act.Refer(DLS, "look", true)))
                .isEqualTo(new Outcome.Refused("refused.sealed"));
        done(AGENT, report, new Act.Refer(new DepartmentId("spac"), "look", true));
        assertThat(staff.ticket(RESPONDER, report.reference())).isEmpty();

        Ticket complaint = complaint(DeskFixture.web());
        assertThat(staff.ticket(RESPONDER, complaint.reference())).isPresent();
        Ticket sealed = done(AGENT, complaint, new Act.ChangeKind(Kind.REPORT, Optional.of("it is a bribe")));
        assertThat(staff.ticket(RESPONDER, complaint.reference())).isEmpty();
        assertThat(sealed.owner()).isEqualTo(Owner.QUEUE);
        assertThat(list(RESPONDER)).extracting(Ticket::reference).doesNotContain(complaint.reference());
    }

    @Test
    void anAgentTakesRepliesAndResolves() {
        Contact contact = DeskFixture.web();
        Ticket ticket = queued(contact);
        assertThat(staff.actions(AGENT, ticket))
                .contains(Action.TAKE, Action.REPLY)
                .doesNotContain(Action.RELEASE);
        Ticket taken = done(AGENT, ticket, new Act.Take());
        assertThat(taken.owner()).isEqualTo(Owner.AGENT);
        done(AGENT, ticket, new Act.Say("how can I help?", true));
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.CITIZEN);
        int turns = desk.assistant.shown.size();

        desk.talk(contact, "2", "like this");

        assertThat(desk.assistant.shown).as("an agent owns it").hasSize(turns);
        assertThat(desk.head(contact).owner()).isEqualTo(Owner.AGENT);
        assertThat(done(AGENT, ticket, new Act.ChangeStatus(Status.RESOLVED, Optional.empty()))
                        .status())
                .isEqualTo(Status.RESOLVED);
    }

    @Test
    void aWordOfAnAgentTakesTheTicketFromTheAssistantEvenWhileItThinks() {
        Contact contact = DeskFixture.web();
        desk.assistant.by(turn -> {
            staff.act(AGENT, turn.ticket(), new Act.Say("I am here", false), Condition.NONE);
            return Scripted.answer("too late");
        });
        Ticket ticket = desk.talk(contact, "1", "hello");
        assertThat(desk.texts(contact)).containsExactly("hello", "I am here");
        assertThat(ticket.owner()).isEqualTo(Owner.AGENT);
        assertThat(ticket.care().assignee()).contains(AGENT.username());
    }

    @Test
    void theSameReplyFromAWeakLineIsSaidOnce() throws Exception {
        Contact contact = DeskFixture.web();
        Ticket ticket = queued(contact);
        Condition key = new Condition(OptionalLong.empty(), Optional.of("client-1"));
        List<Outcome> outcomes =
                DeskContract.atOnce(20, i -> staff.act(AGENT, ticket.reference(), new Act.Say("once", false), key));
        assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
        assertThat(desk.texts(contact).stream().filter("once"::equals)).hasSize(1);
    }

    @Test
    void twoAgentsWhoTakeTheSameVersionAtOnceOneGetsIt() throws Exception {
        Ticket ticket = queued(DeskFixture.web());
        Condition seen = new Condition(OptionalLong.of(ticket.version()), Optional.empty());
        List<Outcome> outcomes = DeskContract.atOnce(
                10, i -> staff.act(i % 2 == 0 ? AGENT : COLLEAGUE, ticket.reference(), new Act.Take(), seen));
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Stale.class::isInstance)).hasSize(9);
    }

    @Test
    void theAssistantGetsItBackWithWhatIsUnanswered() {
        Contact contact = DeskFixture.web();
        Ticket ticket = queued(contact);
        done(AGENT, ticket, new Act.Take());
        desk.say(contact, "2", "and the fee?");
        desk.assistant.always(Scripted.answer("five"));
        Ticket back = done(AGENT, ticket, new Act.HandBack());
        assertThat(desk.texts(contact).getLast()).isEqualTo("five");
        assertThat(back.owner()).isEqualTo(Owner.CITIZEN);
    }

    @Test
    void aCitizenReopensWithinTheWindowAndNotAfterIt() {
        Contact contact = DeskFixture.web();
        Ticket ticket = complaint(contact);
        Act answer = new Act.Answer(DLS, "done", Optional.empty(), true, Optional.empty());
        done(RESPONDER, ticket, answer);
        Tracking tracking = desk.ticketing.tracking();
        Condition key = new Condition(OptionalLong.empty(), Optional.of("k"));
        assertThat(tracking.reopen(ticket.reference(), "wrong", "not fixed", key))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(tracking.reopen(ticket.reference(), contact.address(), "not fixed", key))
                .isInstanceOf(Outcome.Done.class);
        assertThat(tracking.reopen(ticket.reference(), contact.address(), "not fixed", key))
                .isInstanceOf(Outcome.Done.class);
        Ticket reopened = desk.find(ticket.reference());
        assertThat(reopened.owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(DeskFixture.events(reopened).stream().filter("reopened"::equals))
                .hasSize(1);
        assertThat(desk.texts(contact).getLast()).isEqualTo("not fixed");

        done(RESPONDER, ticket, answer);
        desk.clock.advance(Duration.ofDays(15));
        assertThat(tracking.reopen(ticket.reference(), contact.address(), "again", Condition.NONE))
                .isEqualTo(new Outcome.Refused("refused.not-reopenable"));
        desk.settle();
        assertThat(desk.find(ticket.reference()).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aMessageReopensAResolvedTicketAndThanksAloneLeaveItResolved() {
        Contact contact = DeskFixture.web();
        Ticket ticket = complaint(contact);
        Act answer = new Act.Answer(DLS, "done", Optional.empty(), true, Optional.empty());
        done(RESPONDER, ticket, answer);
        desk.assistant.always(Scripted.answer("you are welcome"));
        assertThat(desk.talk(contact, "2", "thanks").status()).isEqualTo(Status.RESOLVED);

        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket again = desk.talk(contact, "3", "still not fixed");
        assertThat(again.reference()).isEqualTo(ticket.reference());
        assertThat(again.owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(again.care().milestones().reopened()).isEqualTo(1);
    }

    @Test
    void theAnswerToAnOlderMatterReachesTheConversationOnce() {
        Contact contact = DeskFixture.sms();
        Ticket older = complaint(contact);
        desk.assistant.always(Scripted.route(Kind.COMPLAINT, "water"));
        Ticket newer = desk.talk(contact, "2", "water");
        desk.sms.sent.clear();

        done(RESPONDER, older, new Act.Answer(DLS, "land is done", Optional.empty(), true, Optional.empty()));
        desk.settle();

        Conversation.Entry last = desk.conversation(contact).entries().getLast();
        assertThat(last.ticket()).isEqualTo(older.reference());
        assertThat(last.seq()).isEqualTo(5);
        assertThat(last.reply().text())
                .contains("land is done")
                .contains(older.reference().value());
        assertThat(desk.sms.sent).hasSize(1);
        assertThat(desk.head(contact).reference()).isEqualTo(newer.reference());
        assertThat(desk.find(newer.reference()).owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(staff.ticket(WATERMAN, newer.reference())
                        .orElseThrow()
                        .timeline()
                        .entries())
                .as("another department's answer is not theirs to read")
                .noneMatch(entry -> entry.what() instanceof Entry.Told told
                        && told.reply().text().contains("land is done"));
        assertThat(staff.ticket(RESPONDER, older.reference())
                        .orElseThrow()
                        .timeline()
                        .entries())
                .noneMatch(entry ->
                        entry.what() instanceof Entry.Said said && said.text().equals("water"));
    }

    @Test
    void aMessageSplitOffByStaffIsATicketWhoseAnswerReachesTheSameConversation() {
        Contact contact = DeskFixture.web();
        Ticket ticket = queued(contact);
        Ticket from = done(AGENT, ticket, new Act.Split(ticket.talk().numbers().answered(), Kind.COMPLAINT, "water"));
        Ticket split = desk.find(from.talk().links().others().getFirst());
        assertThat(split.owner()).isEqualTo(Owner.QUEUE);

        done(AGENT, split, new Act.Say("about the water", false));
        desk.settle();

        assertThat(desk.texts(contact).getLast()).isEqualTo("about the water");
        assertThat(desk.conversation(contact).entries().getLast().ticket()).isEqualTo(split.reference());
        assertThat(desk.head(contact).reference()).isEqualTo(ticket.reference());
    }

    @Test
    void ticketsOfOneCitizenMergeAndTheConversationGoesOn() {
        Contact contact = DeskFixture.web();
        Ticket older = complaint(contact);
        desk.assistant.always(Scripted.handOver());
        Ticket newer = desk.talk(contact, "2", "the same again");
        assertThat(newer.reference()).isNotEqualTo(older.reference());
        Ticket other = queued(DeskFixture.web());
        assertThat(tried(AGENT, newer, new Act.Merge(other.reference()))).isInstanceOf(Outcome.Refused.class);

        assertThat(done(AGENT, newer, new Act.Merge(older.reference())).status())
                .isEqualTo(Status.MERGED);

        assertThat(desk.ticketing
                        .tracking()
                        .look(newer.reference(), Optional.empty())
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.WITH_DEPARTMENT);
        done(RESPONDER, older, new Act.Answer(DLS, "done", Optional.empty(), true, Optional.empty()));
        desk.settle();
        assertThat(desk.texts(contact).getLast()).isEqualTo("done");
        desk.assistant.always(Scripted.answer("yes"));
        desk.talk(contact, "3", "and now?");
        assertThat(desk.texts(contact).getLast()).isEqualTo("yes");
    }

    @Test
    void aTicketIsOpenedForACallerOnceAndTrackedByTheLastDigits() {
        Opening opening = new Opening(
                Channel.PHONE,
                Optional.of("+962790001234"),
                Kind.COMPLAINT,
                "land",
                "it is late",
                Lang.AR,
                new Topic(Optional.empty(), Optional.of(DLS), Optional.empty()));
        Condition key = new Condition(OptionalLong.empty(), Optional.of("call-" + desk.hashCode()));
        Ticket ticket = ((Outcome.Done) staff.open(AGENT, opening, key)).ticket();
        assertThat(((Outcome.Done) staff.open(AGENT, opening, key)).ticket().reference())
                .isEqualTo(ticket.reference());
        assertThat(ticket.owner()).isEqualTo(Owner.DEPARTMENT);
        assertThat(staff.open(RESPONDER, opening, key)).isInstanceOf(Outcome.Forbidden.class);

        Tracking tracking = desk.ticketing.tracking();
        assertThat(tracking.look(ticket.reference(), Optional.of("0000"))
                        .orElseThrow()
                        .proven())
                .isFalse();
        Tracking.Tracked seen =
                tracking.look(ticket.reference(), Optional.of("١٢٣٤")).orElseThrow();
        assertThat(seen.proven()).isTrue();
        assertThat(seen.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reply().text()).isEqualTo("it is late"));
    }

    @Test
    void aDeadLetterIsOwedAgainByHand() {
        Contact contact = DeskFixture.sms();
        desk.sms.next.add(new Delivery.Rejected("30006"));
        desk.assistant.always(Scripted.answer("hi"));
        Ticket ticket = desk.talk(contact, "1", "hello");
        OutboxEntry dead = ticket.talk().owed().outbox().getFirst();
        assertThat(dead.state()).isEqualTo(OutboxEntry.State.DEAD);
        assertThat(staff.retry(RESPONDER, ticket.reference(), dead.seq())).isInstanceOf(Outcome.Forbidden.class);

        assertThat(staff.retry(AGENT, ticket.reference(), dead.seq())).isInstanceOf(Outcome.Done.class);
        desk.settle();

        assertThat(desk.sms.sent).hasSize(2);
        assertThat(staff.dead(AGENT, 200)).extracting(Ticket::reference).doesNotContain(ticket.reference());
    }

    @Test
    void aTicketLeftLyingByItsAgentGoesBackToTheQueue() {
        Contact contact = DeskFixture.web();
        Ticket ticket = queued(contact);
        done(AGENT, ticket, new Act.Take());
        desk.clock.advance(Duration.ofHours(9));
        desk.settle();
        assertThat(desk.find(ticket.reference()).owner()).isEqualTo(Owner.QUEUE);
    }

    @Test
    void listsAreFilteredOrderedAndPaged() {
        String mark = "m" + DeskFixture.web().address();
        for (int i = 0; i < 5; i++) {
            Ticket ticket = queued(DeskFixture.web());
            done(AGENT, ticket, new Act.AssignTo(new Username(mark)));
            desk.clock.advance(Duration.ofMinutes(1));
        }
        TicketQuery.Filter mine = new TicketQuery.Filter(
                Optional.of(Kind.INQUIRY),
                Optional.empty(),
                Optional.of(new Username(mark)),
                Optional.of(Channel.WEB),
                Optional.empty(),
                Optional.empty());
        for (TicketQuery.Sort sort : TicketQuery.Sort.values()) {
            List<Reference> paged = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Page page = staff.list(
                        SUPERVISOR,
                        new TicketQuery(Set.of(Status.IN_PROGRESS), mine, Optional.empty(), sort, cursor, 2));
                page.tickets().forEach(ticket -> paged.add(ticket.reference()));
                cursor = page.next();
            } while (cursor.isPresent());
            assertThat(paged).hasSize(5).doesNotHaveDuplicates();
        }
        assertThat(staff.list(
                                SUPERVISOR,
                                new TicketQuery(
                                        Set.of(Status.CLOSED),
                                        mine,
                                        Optional.empty(),
                                        TicketQuery.Sort.NEWEST,
                                        Optional.empty(),
                                        2))
                        .tickets())
                .isEmpty();
    }

    @Test
    void theWatchdogFindsNothingWrongAfterAllThat() {
        complaint(DeskFixture.web());
        queued(DeskFixture.web());
        desk.settle();
        assertThat(desk.ticketing.watch()).isZero();
    }
}
