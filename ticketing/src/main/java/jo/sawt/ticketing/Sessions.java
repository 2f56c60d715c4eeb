package jo.sawt.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Signs members of staff in and out, and tells who a bearer token belongs to. What is known of a token is believed for a few
 * seconds, so that a request costs no read of the store, and a user who is disabled on another node is out soon after.
 */
public final class Sessions {
    /** How long a token lasts: a long working day. */
    static final Duration LIFE = Duration.ofHours(12);

    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TYPED = 1_000;

    private final Users users;
    private final Tokens tokens;
    private final Passwords passwords = new Passwords();
    private final InstantSource clock;
    private final Throttle byName;
    private final Throttle byAddress;
    private final Cache<String, Known> known;

    private record Known(Caller caller, Instant expires) {}

    public Sessions(Users users, Tokens tokens, InstantSource clock) {
        this(users, tokens, clock, new Throttle(5, clock), new Throttle(100, clock));
    }

    Sessions(Users users, Tokens tokens, InstantSource clock, Throttle byName, Throttle byAddress) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
        this.byName = byName;
        this.byAddress = byAddress;
        this.known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(BELIEVED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Tries a name and password.
     *
     * @param address of the network peer; attempts are counted by it and by the name
     */
    public SignIn signIn(String username, String password, String address) {
        String name = Username.parse(username).map(Username::value).orElse("?");
        Duration wait = byAddress.begin(address);
        if (wait.isZero()) {
            wait = byName.begin(name);
        }
        if (!wait.isZero()) {
            return counted(new SignIn.TooMany(wait));
        }
        Optional<User> user = check(username, password);
        if (user.isEmpty()) {
            return counted(new SignIn.Denied());
        }
        byName.forget(name);
        byAddress.succeeded(address);
        return counted(open(user.get()));
    }

    /** Who may act by this token now. */
    public Optional<Caller> caller(String token) {
        if (token.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String hash = sha256(token);
        return known(hash).filter(it -> clock.instant().isBefore(it.expires())).map(Known::caller);
    }

    public void signOut(String token) {
        String hash = sha256(token);
        tokens.remove(hash);
        known.invalidate(hash);
    }

    /** Ends every session of a user. */
    public void signOutAll(Username username) {
        tokens.removeAllOf(username);
        forget(username);
    }

    /** Drops what has expired from the store; to be called now and then. */
    public void removeExpired() {
        tokens.removeExpired(clock.instant());
    }

    /** What is known of a user is asked of the store again, since it has changed. */
    void forget(Username username) {
        known.asMap().values().removeIf(it -> it.caller().username().equals(username));
    }

    Passwords passwords() {
        return passwords;
    }

    private Optional<User> check(String username, String password) {
        Optional<User> user = password.length() > LONGEST_TYPED
                ? Optional.empty()
                : Username.parse(username).flatMap(users::find);
        Optional<PasswordHash> stored = user.map(User::username).flatMap(users::password);
        if (stored.isEmpty()) {
            passwords.checkNobody(password.substring(0, Math.min(password.length(), LONGEST_TYPED)));
            return Optional.empty();
        }
        boolean right = passwords.matches(password, stored.get());
        return user.filter(it -> right && it.enabled());
    }

    private SignIn open(User user) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(LIFE);
        tokens.add(new Tokens.Stored(sha256(token), user.username(), expires));
        return new SignIn.SignedIn(token, expires, user);
    }

    private Optional<Known> known(String hash) {
        Optional<Known> believed = Optional.ofNullable(known.getIfPresent(hash));
        if (believed.isPresent()) {
            return believed;
        }
        Optional<Known> stored = tokens.find(hash)
                .flatMap(token -> users.find(token.username())
                        .filter(User::enabled)
                        .map(user -> new Known(user.caller(), token.expires())));
        stored.ifPresent(it -> known.put(hash, it));
        return stored;
    }

    private static SignIn counted(SignIn outcome) {
        String name = switch (outcome) {
            case SignIn.SignedIn in -> "signed_in";
            case SignIn.Denied no -> "denied";
            case SignIn.TooMany many -> "throttled";
        };
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_sign_ins")
                        .description("Attempts of staff to sign in")
                        .tags(List.of(Tag.create("outcome", name))))
                .increment();
        return outcome;
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
