package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jo.sawt.ticketing.mongo.CoreStores;
import org.junit.jupiter.api.Test;

/** What a desk keeps of what its tickets teach, on every store: knowledge gaps, and corrections by staff. */
public abstract class LessonsContract {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00.123Z");
    private static final Caller ADMIN =
            new Caller(new Username("admin"), "Admin", Set.of(Role.ADMIN), Optional.empty());

    private final SettableClock clock = new SettableClock("2026-06-02T08:00:00Z");

    protected abstract CoreStores stores();

    private Tickets tickets() {
        return stores().tickets();
    }

    private Gaps gaps() {
        return stores().gaps();
    }

    private Corrections corrections() {
        return stores().corrections();
    }

    private GapDesk desk() {
        return new GapDesk(gaps(), clock);
    }

    private DeskFixture fixture(Gaps gaps) {
        Lessons lessons =
                new Lessons(new GapDesk(gaps, clock), corrections(), text -> text.replace("0790000000", "[PHONE_1]"));
        return new DeskFixture(tickets(), TicketingSettings.defaults(false), Optional.of(lessons));
    }

    /** A word that no other test asks about. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Asking asking(Reference ticket, long seq, Instant at, String... topic) {
        Unanswered question =
                new Unanswered("about " + String.join(" ", topic), List.of(topic), "ar", Optional.of(dls()));
        return new Asking(ticket, seq, at, Channel.WEB, question);
    }

    private static DepartmentId dls() {
        return new DepartmentId("dls");
    }

    private Gap only(String word) {
        List<Gap> found = gaps().near("-", List.of(word), 10);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aGapIsFoundAsItWasRecorded() {
        String word = word();
        Asking asking = asking(Reference.random(), 4, NOW, word, "drone");
        desk().record(asking);
        Gap gap = only(word);
        assertThat(gaps().find(gap.id())).contains(gap);
        assertThat(gaps().byKey(asking.key())).contains(gap);
        assertThat(gap.department()).contains(dls());
        assertThat(gap.standing().status()).isEqualTo(Gap.Status.OPEN);
        assertThat(gap.askings().first()).isEqualTo(NOW);
        assertThat(gap.askings().counts().channels()).containsEntry("web", 1);
        assertThat(gap.askings().samples())
                .singleElement()
                .satisfies(sample -> assertThat(sample.text()).isEqualTo("about " + word + " drone"));
        assertThat(gaps().replace(gap)).as("not the next version").isFalse();
    }

    @Test
    void theSameAskingToldAgainAndTheSameTicketAskingAgainCountOnce() {
        String word = word();
        Reference ticket = Reference.random();
        desk().record(asking(ticket, 4, NOW, word));
        desk().record(asking(ticket, 4, NOW, word));
        desk().record(asking(ticket, 9, NOW.plusSeconds(5), word));
        Gap gap = only(word);
        assertThat(gap.askings().counts().tickets()).isOne();
        assertThat(gap.askings().tickets()).containsExactly(ticket);
        assertThat(gap.askings().last()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void nearQuestionsAreOneGapAndOthersStayApart() {
        String word = word();
        desk().record(asking(Reference.random(), 1, NOW, word, "drone", "licence"));
        desk().record(asking(Reference.random(), 1, NOW.plusSeconds(1), word, "drone"));
        desk().record(asking(Reference.random(), 1, NOW.plusSeconds(2), word, "boat", "licence", "sea"));
        List<Gap> found = gaps().near("-", List.of(word), 10);
        assertThat(found).extracting(gap -> gap.askings().counts().tickets()).containsExactlyInAnyOrder(2L, 1L);
    }

    @Test
    void manyWhoAskTheSameAtOnceAreOneGapAndNoneIsLost() throws Exception {
        String word = word();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> asks = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        Reference ticket = Reference.random();
                        desk().record(asking(ticket, 1, NOW.plusSeconds(i), word, "tax"));
                        desk().record(asking(ticket, 1, NOW.plusSeconds(i), word, "tax"));
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(asks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(only(word).askings().counts().tickets()).isEqualTo(24);
    }

    @Test
    void aListIsScopedFilteredSortedAndPaged() {
        DepartmentId own = new DepartmentId("d" + word());
        for (int i = 0; i < 3; i++) {
            String word = word();
            for (int asked = 0; asked <= i; asked++) {
                Unanswered question = new Unanswered("q", List.of(word), "en", Optional.of(own));
                desk().record(new Asking(Reference.random(), 1, NOW.minusSeconds(60L * i), Channel.SMS, question));
            }
        }
        Scope scope = new Scope.Of(own);
        GapQuery first = new GapQuery(Optional.empty(), Optional.empty(), GapQuery.Sort.COUNT, 2, Optional.empty());
        Gaps.Listed page = gaps().list(scope, first);
        assertThat(page.gaps())
                .extracting(gap -> gap.askings().counts().tickets())
                .containsExactly(3L, 2L);
        GapQuery second = new GapQuery(Optional.empty(), Optional.empty(), GapQuery.Sort.COUNT, 2, page.next());
        assertThat(gaps().list(scope, second).gaps())
                .extracting(gap -> gap.askings().counts().tickets())
                .containsExactly(1L);
        GapQuery last =
                new GapQuery(Optional.of(own), Optional.of(Gap.Status.OPEN), GapQuery.Sort.LAST, 1, Optional.empty());
        Gaps.Listed newest = gaps().list(new Scope.All(), last);
        assertThat(newest.gaps().getFirst().askings().counts().tickets()).isOne();
        GapQuery older = new GapQuery(Optional.of(own), Optional.empty(), GapQuery.Sort.LAST, 1, newest.next());
        assertThat(gaps().list(new Scope.All(), older)
                        .gaps()
                        .getFirst()
                        .askings()
                        .counts()
                        .tickets())
                .isEqualTo(2L);
        assertThat(gaps().list(new Scope.Nothing(), first).gaps()).isEmpty();
        GapQuery closed = new GapQuery(
                Optional.empty(), Optional.of(Gap.Status.CLOSED), GapQuery.Sort.COUNT, 2, Optional.empty());
        assertThat(gaps().list(scope, closed).gaps()).isEmpty();
    }

    @Test
    void aGapThatAServiceWasToAnswerOpensAgainWhenItIsAskedInVain() {
        String answered = word();
        String declined = word();
        desk().record(asking(Reference.random(), 1, NOW, answered));
        desk().record(asking(Reference.random(), 1, NOW, declined));
        close(only(answered), Optional.of("drone-licence"));
        close(only(declined), Optional.empty());
        Reference before = Reference.random();
        desk().record(asking(before, 1, NOW.plusSeconds(1), answered));
        assertThat(only(answered).standing().status())
                .as("asked before it was closed")
                .isEqualTo(Gap.Status.CLOSED);
        Instant later = clock.instant().plusSeconds(60);
        desk().record(asking(Reference.random(), 1, later, answered));
        desk().record(asking(Reference.random(), 1, later, declined));
        assertThat(only(answered).standing().status()).isEqualTo(Gap.Status.OPEN);
        assertThat(only(answered).standing().events())
                .extracting(Gap.Event::what)
                .containsExactly("closed", "asked-again");
        assertThat(only(declined).standing().status()).isEqualTo(Gap.Status.CLOSED);
        assertThat(only(declined).askings().counts().tickets()).isEqualTo(2);
    }

    private void close(Gap gap, Optional<String> service) {
        assertThat(desk().act(ADMIN, gap.id(), new GapAct.Close("settled", service), Condition.NONE))
                .isInstanceOf(GapOutcome.Done.class);
    }

    @Test
    void anActIsDoneOnceByThoseWhoMayOnTheVersionTheySaw() {
        String word = word();
        desk().record(asking(Reference.random(), 1, NOW, word));
        Gap gap = only(word);
        Caller manager = new Caller(new Username("huda"), "Huda", Set.of(Role.MANAGER), Optional.of(dls()));
        Caller other =
                new Caller(new Username("sami"), "Sami", Set.of(Role.MANAGER), Optional.of(new DepartmentId("cspd")));
        Caller responder = new Caller(new Username("lina"), "Lina", Set.of(Role.RESPONDER), Optional.of(dls()));
        GapAct move = new GapAct.Move(new DepartmentId("cspd"), "theirs");
        assertThat(desk().act(other, gap.id(), move, Condition.NONE)).isInstanceOf(GapOutcome.Unknown.class);
        assertThat(desk().act(responder, gap.id(), move, Condition.NONE)).isInstanceOf(GapOutcome.Forbidden.class);
        Condition stale = new Condition(OptionalLong.of(gap.version() + 1), Optional.empty());
        assertThat(desk().act(manager, gap.id(), move, stale)).isEqualTo(new GapOutcome.Stale(gap.version()));
        GapAct close = new GapAct.Close("it is in the registry now", Optional.of("drone-licence"));
        Condition once = new Condition(OptionalLong.of(gap.version()), Optional.of("k1"));
        assertThat(desk().act(manager, gap.id(), close, once)).isInstanceOf(GapOutcome.Done.class);
        assertThat(desk().act(manager, gap.id(), close, once)).isInstanceOf(GapOutcome.Done.class);
        assertThat(only(word).standing().events()).hasSize(1);
        assertThat(desk().act(manager, gap.id(), close, Condition.NONE)).isInstanceOf(GapOutcome.Refused.class);
        assertThat(desk().act(manager, gap.id(), new GapAct.Reopen(" "), Condition.NONE))
                .isInstanceOf(GapOutcome.Refused.class);
        assertThat(desk().act(manager, gap.id(), new GapAct.Reopen("not so"), Condition.NONE))
                .isInstanceOf(GapOutcome.Done.class);
        assertThat(desk().act(manager, gap.id(), move, Condition.NONE)).isInstanceOf(GapOutcome.Done.class);
        assertThat(desk().find(manager, gap.id())).isEmpty();
        assertThat(desk().find(other, gap.id())).isPresent();
    }

    @Test
    void whatADecisionLeavesUnansweredIsRecordedOnceThoughTheStoreBreaksOffInBetween() {
        AtomicBoolean breaks = new AtomicBoolean(true);
        DeskFixture fixture = fixture(new BreakingOff(gaps(), breaks));
        String word = word();
        fixture.assistant.always(Scripted.unanswered(Optional.of("water"), "كيف أرخص " + word, word));
        Contact contact = DeskFixture.web();
        fixture.say(contact, "m1", "كيف أرخص " + word);
        assertThatThrownBy(fixture::settle).isInstanceOf(DeskUnavailable.class);
        assertThat(fixture.head(contact).talk().owed().lessons()).hasSize(1);
        assertThat(breaks).isFalse();
        fixture.settle();
        Gap gap = only(word);
        assertThat(gap.askings().counts().tickets()).isOne();
        assertThat(gap.askings().keys()).hasSize(1);
        assertThat(gap.department()).contains(new DepartmentId("water"));
        Ticket ticket = fixture.head(contact);
        assertThat(ticket.talk().owed().lessons()).isEmpty();
        assertThat(gap.askings().tickets()).containsExactly(ticket.reference());
        assertThat(DeskFixture.events(ticket)).containsOnlyOnce("gap");
        assertThat(ticket.matter().understood().orElseThrow().grounds().services())
                .containsExactly(new Grounds.Likely("passport-renewal", 0.31));
        assertThat(ticket.status()).isEqualTo(Status.AWAITING_CITIZEN);
    }

    @Test
    void aTransferAndAChangeOfKindForAReasonTeachWithoutPersonalData() {
        DeskFixture fixture = fixture(gaps());
        fixture.assistant.always(Scripted.route(Kind.COMPLAINT, "dls"));
        Ticket ticket = fixture.talk(DeskFixture.web(), "m1", "المي مقطوعة رقمي 0790000000");
        StaffDesk staff = fixture.ticketing.staff();
        Act transfer = new Act.Transfer(dls(), new DepartmentId("water"), "water supply");
        assertThat(staff.act(ADMIN, ticket.reference(), transfer, Condition.NONE))
                .isInstanceOf(Outcome.Done.class);
        Act kind = new Act.ChangeKind(Kind.REPORT, Optional.of("an outage"));
        assertThat(staff.act(ADMIN, ticket.reference(), kind, Condition.NONE)).isInstanceOf(Outcome.Done.class);
        Act back = new Act.ChangeKind(Kind.COMPLAINT, Optional.empty());
        assertThat(staff.act(ADMIN, ticket.reference(), back, Condition.NONE)).isInstanceOf(Outcome.Done.class);
        fixture.settle();
        List<Correction> learned = corrections().list(new Scope.All(), 200, Optional.empty()).corrections().stream()
                .filter(correction -> correction.source().ticket().equals(ticket.reference()))
                .toList();
        assertThat(learned).hasSize(2).allSatisfy(correction -> {
            assertThat(correction.text()).isEqualTo("المي مقطوعة رقمي [PHONE_1]");
            assertThat(correction.source().by()).isEqualTo(ADMIN.username());
        });
        assertThat(learned)
                .extracting(Correction::label)
                .containsExactlyInAnyOrder(
                        new Correction.Label(Optional.of(new DepartmentId("water")), Optional.empty()),
                        new Correction.Label(Optional.empty(), Optional.of(Kind.REPORT)));
        assertThat(learned)
                .filteredOn(Correction::sealed)
                .singleElement()
                .satisfies(secret -> assertThat(secret.label().kind()).contains(Kind.REPORT));
    }

    @Test
    void aCorrectionIsKeptOnceAndAfterItsRemovalNotAgain() {
        DepartmentId own = new DepartmentId("d" + word());
        Correction open = correction(own, false, NOW);
        Correction secret = correction(own, true, NOW.plusSeconds(1));
        String before = corrections().edition();
        assertThat(corrections().add(open)).isTrue();
        assertThat(corrections().add(open)).isFalse();
        assertThat(corrections().edition()).isNotEqualTo(before);
        assertThat(corrections().add(secret)).isTrue();
        Scope scope = new Scope.Of(own);
        assertThat(corrections().list(scope, 10, Optional.empty()).corrections())
                .containsExactly(open);
        assertThat(corrections().find(open.id())).contains(open);
        String kept = corrections().edition();
        assertThat(corrections().remove(open.id(), new Username("huda"), NOW.plus(Duration.ofDays(400))))
                .isTrue();
        assertThat(corrections().edition()).isNotEqualTo(kept);
        assertThat(corrections().remove(open.id(), new Username("huda"), NOW)).isFalse();
        assertThat(corrections().find(open.id())).isEmpty();
        assertThat(corrections().add(open)).as("told again").isFalse();
        assertThat(corrections().list(scope, 10, Optional.empty()).corrections())
                .isEmpty();
    }

    @Test
    void aListOfCorrectionsGoesOnWhereAPageEnded() {
        for (int i = 0; i < 3; i++) {
            corrections()
                    .add(correction(
                            dls(), false, NOW.plus(Duration.ofDays(1_000)).plusSeconds(i)));
        }
        Corrections.Listed first = corrections().list(new Scope.All(), 2, Optional.empty());
        Corrections.Listed second = corrections().list(new Scope.All(), 1, first.next());
        assertThat(first.corrections()).hasSize(2);
        assertThat(second.corrections()).hasSize(1);
        assertThat(second.corrections().getFirst().source().at())
                .isBefore(first.corrections().getLast().source().at());
    }

    private static Correction correction(DepartmentId department, boolean sealed, Instant at) {
        Reference ticket = Reference.random();
        return new Correction(
                ticket + ":7",
                "متى ترجع المي",
                new Correction.Label(Optional.of(department), Optional.empty()),
                sealed,
                new Correction.Source(ticket, new Username("huda"), at, "theirs"));
    }

    /** A store that takes the first gap and then breaks off before it says so. */
    private record BreakingOff(Gaps gaps, AtomicBoolean breaks) implements Gaps {
        @Override
        public Optional<Gap> find(String id) {
            return gaps.find(id);
        }

        @Override
        public Optional<Gap> byKey(String key) {
            return gaps.byKey(key);
        }

        @Override
        public List<Gap> near(String topic, List<String> terms, int limit) {
            return gaps.near(topic, terms, limit);
        }

        @Override
        public boolean add(Gap gap) {
            boolean added = gaps.add(gap);
            if (breaks.getAndSet(false)) {
                throw new DeskUnavailable("broken off", null);
            }
            return added;
        }

        @Override
        public boolean replace(Gap next) {
            return gaps.replace(next);
        }

        @Override
        public Listed list(Scope scope, GapQuery query) {
            return gaps.list(scope, query);
        }
    }
}
