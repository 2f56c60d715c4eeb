package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jo.sawt.ticketing.mongo.CoreStores;
import org.junit.jupiter.api.Test;

/** What every store of users and tokens does. */
public abstract class UsersContract {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00.123Z");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$x");

    protected abstract CoreStores stores();

    private Users users() {
        return stores().users();
    }

    private Tokens tokens() {
        return stores().tokens();
    }

    @Test
    void aUserIsFoundAsAdded() {
        User user = responder("lina.dls", 1);
        assertThat(users().add(user, HASH)).isTrue();
        assertThat(users().find(user.username())).contains(user);
        assertThat(users().password(user.username())).contains(HASH);
    }

    @Test
    void nobodyIsFoundUnderAnUnknownName() {
        assertThat(users().find(new Username("no.one"))).isEmpty();
        assertThat(users().password(new Username("no.one"))).isEmpty();
        assertThat(users().changePassword(new Username("no.one"), HASH)).isFalse();
        assertThat(users().replace(responder("no.one", 2))).isFalse();
    }

    @Test
    void oneOfManyAddsOfOneNameAtOnceIsTaken() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> adds = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> users().add(responder("same.name", 1), HASH))
                    .toList();
            long taken = threads.invokeAll(adds).stream()
                    .filter(add -> add.resultNow())
                    .count();
            assertThat(taken).isOne();
        }
    }

    @Test
    void aChangeCountsOnlyOnTheVersionBeforeIt() {
        User first = responder("rami.dls", 1);
        users().add(first, HASH);
        User second = new User(first.username(), "Rami", Set.of(Role.AGENT), Optional.empty(), false, 2, NOW);
        assertThat(users().replace(second)).isTrue();
        assertThat(users().replace(second)).isFalse();
        assertThat(users().find(first.username())).contains(second);
        assertThat(users().password(first.username())).contains(HASH);
    }

    @Test
    void aListGoesOnAfterTheLastName() {
        for (String name : List.of("page-c", "page-a", "page-b")) {
            users().add(responder(name, 1), HASH);
        }
        Optional<Username> before = Optional.of(new Username("page"));
        assertThat(names(before, 2)).containsExactly("page-a", "page-b");
        assertThat(names(Optional.of(new Username("page-b")), 1)).containsExactly("page-c");
        assertThat(names(Optional.empty(), 200))
                .contains("page-a", "page-b", "page-c")
                .isSorted();
    }

    @Test
    void aTokenIsFoundUntilRemoved() {
        Tokens.Stored one = new Tokens.Stored("aa", new Username("sami"), NOW);
        Tokens.Stored other = new Tokens.Stored("bb", new Username("sami"), NOW.plusSeconds(60));
        Tokens.Stored late = new Tokens.Stored("cc", new Username("huda"), NOW.plusSeconds(60));
        List.of(one, other, late).forEach(tokens()::add);
        assertThat(tokens().find("aa")).contains(one);
        tokens().removeExpired(NOW);
        assertThat(tokens().find("aa")).isEmpty();
        assertThat(tokens().find("bb")).contains(other);
        tokens().removeAllOf(new Username("sami"));
        assertThat(tokens().find("bb")).isEmpty();
        assertThat(tokens().find("cc")).contains(late);
        tokens().remove("cc");
        assertThat(tokens().find("cc")).isEmpty();
    }

    private List<String> names(Optional<Username> after, int limit) {
        return users().list(after, limit).stream()
                .map(user -> user.username().value())
                .toList();
    }

    private static User responder(String username, long version) {
        return new User(
                new Username(username),
                "Lina",
                Set.of(Role.RESPONDER, Role.EDITOR),
                Optional.of(new DepartmentId("dls")),
                true,
                version,
                NOW);
    }
}
