package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jo.sawt.ticketing.mongo.MongoTokens;
import jo.sawt.ticketing.mongo.MongoUsers;
import jo.sawt.ticketing.mongo.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Password PASSWORD = new Password("مرحبا-بالجميع");
    private static final Username LINA = new Username("lina");

    private final SettableClock clock = new SettableClock("2026-11-29T08:00:00Z");
    private TestStore store;
    private Users users;
    private Sessions sessions;
    private Accounts accounts;

    @BeforeEach
    void open() {
        store = TestStore.embedded();
        users = new MongoUsers(store.database());
        sessions = new Sessions(users, new MongoTokens(store.database()), clock);
        accounts = new Accounts(users, sessions, clock);
        accounts.add(LINA, "Lina", Set.of(Role.RESPONDER), Optional.of(new DepartmentId("dls")), PASSWORD);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoSignsInActsByTheToken() {
        Caller caller = sessions.caller(token()).orElseThrow();
        assertThat(caller.username()).isEqualTo(LINA);
        assertThat(caller.isOf(new DepartmentId("dls"))).isTrue();
        assertThat(caller.isOf(new DepartmentId("cspd"))).isFalse();
    }

    @Test
    void aNameIsTheSameInAnyCase() {
        assertThat(sessions.signIn(" LINA ", PASSWORD.value(), "10.0.0.1")).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void aWrongPasswordAnUnknownNameAndADisabledUserAreDeniedAlike() {
        assertThat(sessions.signIn("lina", "another-password", "10.0.0.1")).isEqualTo(new SignIn.Denied());
        assertThat(sessions.signIn("nobody", "another-password", "10.0.0.1")).isEqualTo(new SignIn.Denied());
        assertThat(sessions.signIn("نعم", "x".repeat(5_000), "10.0.0.1")).isEqualTo(new SignIn.Denied());
        disable();
        assertThat(sessions.signIn("lina", PASSWORD.value(), "10.0.0.1")).isEqualTo(new SignIn.Denied());
    }

    @Test
    void anUnknownNameIsNotAnsweredFasterThanAKnownOne() {
        long known = fastest("lina");
        long unknown = fastest("nobody");
        // Without the hash of nobody it would be a hundredth.
        assertThat(unknown).isGreaterThan(known / 4);
    }

    @Test
    void neitherTokenNorPasswordIsInTheStore() {
        String token = token();
        String everything = everything();
        assertThat(everything).contains("argon2id").doesNotContain(token).doesNotContain(PASSWORD.value());
    }

    @Test
    void aTokenEndsWithItsLifeAndWithASignOut() {
        String token = token();
        clock.advance(Sessions.LIFE.minusSeconds(1));
        assertThat(sessions.caller(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.caller(token)).isEmpty();
        String other = token();
        sessions.signOut(other);
        assertThat(sessions.caller(other)).isEmpty();
        assertThat(sessions.caller("made-up")).isEmpty();
    }

    @Test
    void whatHasExpiredLeavesTheStore() {
        token();
        clock.advance(Sessions.LIFE);
        sessions.removeExpired();
        assertThat(store.database().getCollection("sessions").countDocuments()).isZero();
    }

    @Test
    void aDisabledUserIsOutAtOnceHereAndInSecondsOnAnotherNode() {
        Sessions elsewhere = new Sessions(users, new MongoTokens(store.database()), clock);
        String token = token();
        assertThat(elsewhere.caller(token)).isPresent();
        disable();
        assertThat(sessions.caller(token)).isEmpty();
        clock.advance(Duration.ofSeconds(4));
        assertThat(elsewhere.caller(token)).isEmpty();
    }

    @Test
    void aChangedRoleCountsAtOnce() {
        String token = token();
        assertThat(sessions.caller(token).orElseThrow().is(Role.MANAGER)).isFalse();
        change(new Accounts.Change(
                Optional.empty(),
                Optional.of(Set.of(Role.MANAGER)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(sessions.caller(token).orElseThrow().is(Role.MANAGER)).isTrue();
    }

    @Test
    void aNewPasswordEndsTheOldSessions() {
        String token = token();
        Password other = new Password("something-else");
        change(new Accounts.Change(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(other)));
        assertThat(sessions.caller(token)).isEmpty();
        assertThat(sessions.signIn("lina", PASSWORD.value(), "10.0.0.1")).isInstanceOf(SignIn.Denied.class);
        assertThat(sessions.signIn("lina", other.value(), "10.0.0.1")).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void aRequestCostsNoReadOfTheStore() {
        String token = token();
        sessions.caller(token);
        store.database().getCollection("sessions").drop();
        assertThat(sessions.caller(token)).isPresent();
    }

    @Test
    void guessesAtOneNameMustWaitEachTimeLonger() {
        for (int i = 0; i < 5; i++) {
            assertThat(sessions.signIn("lina", "wrong-password", "10.0.0." + i)).isInstanceOf(SignIn.Denied.class);
        }
        assertThat(sessions.signIn("lina", PASSWORD.value(), "10.0.0.9"))
                .isEqualTo(new SignIn.TooMany(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.signIn("lina", "wrong-password", "10.0.0.9")).isInstanceOf(SignIn.Denied.class);
        assertThat(sessions.signIn("lina", "wrong-password", "10.0.0.9"))
                .isEqualTo(new SignIn.TooMany(Duration.ofSeconds(2)));
        clock.advance(Duration.ofSeconds(2));
        assertThat(sessions.signIn("lina", PASSWORD.value(), "10.0.0.9")).isInstanceOf(SignIn.SignedIn.class);
        assertThat(sessions.signIn("lina", "wrong-password", "10.0.0.9")).isInstanceOf(SignIn.Denied.class);
    }

    @Test
    void guessesFromOneAddressMustWaitWhateverTheName() {
        Sessions strict = new Sessions(
                users, new MongoTokens(store.database()), clock, new Throttle(5, clock), new Throttle(8, clock));
        for (int i = 0; i < 8; i++) {
            assertThat(strict.signIn("name" + i, "wrong-password", "10.0.0.1")).isEqualTo(new SignIn.Denied());
        }
        assertThat(strict.signIn("lina", PASSWORD.value(), "10.0.0.1")).isInstanceOf(SignIn.TooMany.class);
        assertThat(strict.signIn("lina", PASSWORD.value(), "10.0.0.2")).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void guessesAtOnceGainNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<SignIn>> guesses = IntStream.range(0, 40)
                    .<Callable<SignIn>>mapToObj(
                            i -> () -> sessions.signIn("lina", "wrong-" + i + "-password", "10.0.1." + i))
                    .toList();
            long checked = threads.invokeAll(guesses).stream()
                    .filter(it -> it.resultNow() instanceof SignIn.Denied)
                    .count();
            assertThat(checked).isEqualTo(5);
        }
    }

    @Test
    void signingInAllDayIsNoGuessing() {
        for (int i = 0; i < 12; i++) {
            assertThat(sessions.signIn("lina", PASSWORD.value(), "10.0.0.1")).isInstanceOf(SignIn.SignedIn.class);
        }
    }

    @Test
    void theFirstAdministratorIsMadeOnce() {
        Accounts.Made made = accounts.addFirst(Optional.empty()).orElseThrow();
        assertThat(sessions.signIn("admin", made.password().value(), "10.0.0.1"))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(accounts.addFirst(Optional.of(PASSWORD))).isEmpty();
        assertThat(made.toString()).doesNotContain(made.password().value());
    }

    @Test
    void samplesCoverEveryRoleAndAreMadeOnce() {
        List<DepartmentId> departments = List.of(new DepartmentId("cspd"), new DepartmentId("dls"));
        List<Accounts.Made> made = accounts.addSamples(departments);
        assertThat(made)
                .extracting(it -> it.user().username().value())
                .containsExactly(
                        "agent",
                        "supervisor",
                        "analyst",
                        "editor",
                        "responder-cspd",
                        "manager-cspd",
                        "responder-dls",
                        "manager-dls");
        Set<Role> roles = new HashSet<>();
        made.forEach(it -> roles.addAll(it.user().roles()));
        assertThat(roles)
                .containsExactlyInAnyOrder(
                        Role.AGENT, Role.SUPERVISOR, Role.ANALYST, Role.EDITOR, Role.RESPONDER, Role.MANAGER);
        assertThat(accounts.addSamples(departments)).isEmpty();
    }

    @Test
    void theFirstAdministratorCannotBeShutOut() {
        accounts.addFirst(Optional.of(PASSWORD));
        Caller other = new Caller(new Username("other-admin"), "Other", Set.of(Role.ADMIN), Optional.empty());
        Accounts.Change off = new Accounts.Change(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty());
        assertThat(accounts.change(other, new Username("admin"), off, Optional.empty()))
                .isEqualTo(new Accounts.Changed.LastAdministrator());
    }

    @Test
    void aResponderWithoutADepartmentIsRefused() {
        assertThatThrownBy(() -> accounts.add(
                        new Username("stray"), "Stray", Set.of(Role.RESPONDER), Optional.empty(), PASSWORD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String token() {
        if (sessions.signIn("lina", PASSWORD.value(), "10.0.0.1") instanceof SignIn.SignedIn in) {
            return in.token();
        }
        throw new AssertionError("not signed in");
    }

    private void disable() {
        change(new Accounts.Change(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty()));
    }

    private void change(Accounts.Change change) {
        Caller admin = new Caller(new Username("admin"), "Administrator", Set.of(Role.ADMIN), Optional.empty());
        assertThat(accounts.change(admin, LINA, change, Optional.empty())).isInstanceOf(Accounts.Changed.Done.class);
    }

    private long fastest(String name) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            sessions.signIn(name, "wrong-password", "10.9.9.9");
            best = Math.min(best, System.nanoTime() - start);
            clock.advance(Duration.ofMinutes(16));
        }
        return best;
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String name : store.database().listCollectionNames()) {
            for (Document document : store.database().getCollection(name).find()) {
                all.append(document.toJson());
            }
        }
        return all.toString();
    }
}
